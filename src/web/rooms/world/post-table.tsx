import { Box, Group, Paper, SimpleGrid, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { World } from '../../api/types';
import { Figure, type FigureName, FIGURES, type Scope } from './figure';

type PostFigures = World['posts'][number];

const descending = (figure: FigureName) => (a: PostFigures, b: PostFigures) =>
  (b[figure] ?? -1) - (a[figure] ?? -1) ||
  b.open - a.open ||
  a.post.code.localeCompare(b.post.code);

/** The posts ranked by the figure of choice; cards where a table has no room. */
export function PostTable({ posts, scope }: { posts: PostFigures[]; scope: Scope }) {
  const [rankedBy, rankBy] = useState<FigureName>('overdue');
  const ranked = [...posts].sort(descending(rankedBy));
  return (
    <>
      {/* clip, not hidden: the head must stick to the window, not to this box */}
      <Paper p={0} visibleFrom="sm" style={{ overflow: 'clip' }}>
        <Table highlightOnHover stickyHeader stickyHeaderOffset={59}>
          <Head rankedBy={rankedBy} rankBy={rankBy} />
          <Table.Tbody>
            {ranked.map((row) => (
              <Table.Tr key={row.post.id}>
                <Table.Th scope="row" fw={400}>
                  <PostName row={row} />
                </Table.Th>
                {FIGURES.map((figure) => (
                  <Table.Td key={figure} ta="right">
                    <PostFigure row={row} figure={figure} scope={scope} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
      <Box component="ul" className="plain-list" hiddenFrom="sm">
        {ranked.map((row) => (
          <PostCard key={row.post.id} row={row} scope={scope} />
        ))}
      </Box>
    </>
  );
}

interface Ranking {
  rankedBy: FigureName;
  rankBy: (figure: FigureName) => void;
}

function Head({ rankedBy, rankBy }: Ranking) {
  const { t } = useTranslation('world');
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{t('post')}</Table.Th>
        {FIGURES.map((figure) => (
          <Table.Th
            key={figure}
            aria-sort={rankedBy === figure ? 'descending' : undefined}
            ta="right"
          >
            <UnstyledButton onClick={() => rankBy(figure)} fw="inherit" fz="inherit" ta="right">
              <Group gap={4} wrap="nowrap" justify="flex-end">
                {rankedBy === figure && <IconArrowDown size={14} aria-hidden />}
                {t(`figure.${figure}`)}
              </Group>
            </UnstyledButton>
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}

function PostCard({ row, scope }: { row: PostFigures; scope: Scope }) {
  const { t } = useTranslation('world');
  return (
    <Paper component="li" p="md" mb="xs">
      <PostName row={row} />
      <SimpleGrid cols={2} mt="xs" spacing="xs" verticalSpacing={4}>
        {FIGURES.map((figure) => (
          <div key={figure}>
            <Text size="xs" c="dimmed">
              {t(`figure.${figure}`)}
            </Text>
            <PostFigure row={row} figure={figure} scope={scope} />
          </div>
        ))}
      </SimpleGrid>
    </Paper>
  );
}

function PostName({ row }: { row: PostFigures }) {
  return (
    <>
      <Text size="sm">{row.post.name}</Text>
      <Text size="xs" c="dimmed">
        {row.post.code}
      </Text>
    </>
  );
}

function PostFigure({
  row,
  figure,
  scope,
}: {
  row: PostFigures;
  figure: FigureName;
  scope: Scope;
}) {
  return (
    <Text size="sm" span>
      <Figure
        figures={row}
        figure={figure}
        scope={{ ...scope, post: row.post.id }}
        where={row.post.name}
      />
    </Text>
  );
}
