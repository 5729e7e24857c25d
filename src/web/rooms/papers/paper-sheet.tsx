import { Box, List, Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Block, Run } from '../../api/papers';

/** A paper as it will read, in the words and order of its file; papers are in Spanish. */
export function PaperSheet({ blocks, draft = false }: { blocks: Block[]; draft?: boolean }) {
  const { t } = useTranslation('papers');
  return (
    <Paper
      component="section"
      lang="es"
      aria-label={t('sheet')}
      p={{ base: 'md', sm: 'xl' }}
      shadow="xs"
      style={{ overflowWrap: 'anywhere' }}
    >
      {draft && (
        <Text size="xs" c="dimmed" ta="center" mb="md">
          {t('draftMark')}
        </Text>
      )}
      {blocks.map((block, index) => (
        <Part key={index} block={block} />
      ))}
    </Paper>
  );
}

function Part({ block }: { block: Block }) {
  switch (block.kind) {
    case 'title':
      return (
        <Title order={2} ta="center" mb="md">
          <Runs of={block.runs} />
        </Title>
      );
    case 'heading':
      return (
        <Title order={3} mt="md" mb="xs">
          <Runs of={block.runs} />
        </Title>
      );
    case 'right':
    case 'quote':
    case 'paragraph':
      return (
        <Text size="sm" mb="sm" ta={block.kind === 'right' ? 'right' : undefined}>
          <Runs of={block.runs} />
        </Text>
      );
    case 'list':
      return (
        <List size="sm" mb="sm" withPadding>
          {block.items.map((item, index) => (
            <List.Item key={index}>
              <Runs of={item} />
            </List.Item>
          ))}
        </List>
      );
    case 'facts':
      return <Facts rows={block.rows} />;
    case 'table':
      return <Rows head={block.head} rows={block.rows} />;
    case 'signatures':
      return <Signatures signers={block.signers} />;
    case 'rule':
      return <Box component="hr" my="sm" style={{ border: 0, borderTop: '1px solid #d9dfe5' }} />;
  }
}

function Runs({ of: runs }: { of: Run[] }) {
  return runs.map(({ text, bold }, index) =>
    bold ? <strong key={index}>{text}</strong> : <span key={index}>{text}</span>,
  );
}

function Facts({ rows }: { rows: { label: string; value: Run[] }[] }) {
  return (
    <Table layout="fixed" fz="sm" mb="sm" verticalSpacing={6} horizontalSpacing={0}>
      <Table.Tbody>
        {rows.map(({ label, value }, index) => (
          <Table.Tr key={index}>
            <Table.Th scope="row" w="40%" fw={400} c="dimmed" style={{ verticalAlign: 'top' }}>
              {label}
            </Table.Th>
            <Table.Td>
              <Runs of={value} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Rows({ head, rows }: { head: Run[][]; rows: Run[][][] }) {
  const { t } = useTranslation('papers');
  return (
    <Table.ScrollContainer
      minWidth={420}
      mb="sm"
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('table') } }}
    >
      <Table fz="sm" verticalSpacing={6} horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {head.map((cell, index) => (
              <Table.Th key={index}>
                <Runs of={cell} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            <Table.Tr key={index}>
              {row.map((cell, column) => (
                <Table.Td key={column}>
                  <Runs of={cell} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Signatures({ signers }: { signers: string[][] }) {
  return (
    <Box
      mt={56}
      mb="sm"
      style={{
        display: 'grid',
        gap: 32,
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 170px), 1fr))',
      }}
    >
      {signers.map(([name, ...offices], index) => (
        <Box key={index} ta="center" pt={6} style={{ borderTop: '1px solid #17222c' }}>
          <Text size="sm" fw={600}>
            {name}
          </Text>
          {offices.map((office, line) => (
            <Text key={line} size="xs" c="dimmed">
              {office}
            </Text>
          ))}
        </Box>
      ))}
    </Box>
  );
}
