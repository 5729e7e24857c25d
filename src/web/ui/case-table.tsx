import {
  Anchor,
  Badge,
  Box,
  Button,
  Center,
  Group,
  Paper,
  Stack,
  Table,
  Text,
} from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type CaseListQuery, listCases } from '../api/cases';
import type { CaseRow } from '../api/types';
import { useLabel } from '../i18n/use-label';
import { Due } from './due';
import { Instant } from './instant';
import { Empty, Failure, Loading } from './states';

interface Wording {
  empty: string;
  emptyDetail?: string;
}

/** A list of cases with all its pages; a table where there is room, cards where there is not. */
export function CaseTable({ query, empty, emptyDetail }: { query: CaseListQuery } & Wording) {
  const { t } = useTranslation();
  const pages = useInfiniteQuery({
    queryKey: ['cases', query],
    queryFn: ({ pageParam }) => listCases({ ...query, cursor: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  if (pages.isPending) return <Loading />;
  if (pages.isError) return <Failure error={pages.error} retry={() => void pages.refetch()} />;
  const rows = pages.data.pages.flatMap(({ items }) => items);
  const total = pages.data.pages[0]?.total;
  if (rows.length === 0) {
    return (
      <Paper>
        <Empty title={empty}>{emptyDetail}</Empty>
      </Paper>
    );
  }
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed" role="status">
        {total === undefined && pages.hasNextPage
          ? t('list.shownMore', { count: rows.length })
          : t('list.shown', { count: total ?? rows.length })}
      </Text>
      <Paper p={0} visibleFrom="md">
        <CaseRows rows={rows} />
      </Paper>
      <Box component="ul" className="plain-list" hiddenFrom="md">
        {rows.map((row) => (
          <CaseCard key={row.id} row={row} />
        ))}
      </Box>
      {pages.hasNextPage && (
        <Center>
          <Button
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t('list.more')}
          </Button>
        </Center>
      )}
    </Stack>
  );
}

function CaseRows({ rows }: { rows: CaseRow[] }) {
  const { t } = useTranslation();
  return (
    <Table highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('columns.person')}</Table.Th>
          <Table.Th>{t('columns.stage')}</Table.Th>
          <Table.Th>{t('columns.next')}</Table.Th>
          <Table.Th>{t('columns.lastVisit')}</Table.Th>
          <Table.Th>{t('columns.assignee')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ row }: { row: CaseRow }) {
  return (
    <Table.Tr>
      <Table.Td>
        <Name row={row} />
      </Table.Td>
      <Table.Td>
        <Stage row={row} />
      </Table.Td>
      <Table.Td>
        <Next row={row} />
      </Table.Td>
      <Table.Td>
        <LastVisit row={row} />
      </Table.Td>
      <Table.Td>
        <Assignee row={row} />
      </Table.Td>
    </Table.Tr>
  );
}

function CaseCard({ row }: { row: CaseRow }) {
  return (
    <Paper component="li" p="md" mb="xs">
      <Stack gap={6}>
        <Name row={row} />
        <Stage row={row} />
        <Next row={row} />
        <Group gap="md">
          <LastVisit row={row} />
          <Assignee row={row} />
        </Group>
      </Stack>
    </Paper>
  );
}

function Name({ row }: { row: CaseRow }) {
  const { t } = useTranslation();
  const label = useLabel();
  return (
    <Stack gap={2}>
      <Anchor component={Link} to={`/cases/${row.id}`} fw={600}>
        {row.personName ?? t('case.noPerson')}
      </Anchor>
      <Group gap={6}>
        <Text size="xs" c="dimmed">
          {row.reference}
        </Text>
        {row.tier !== 'standard' && (
          <Badge size="xs" variant="outline">
            {label('tier', row.tier)}
          </Badge>
        )}
        {row.status !== 'active' && (
          <Badge size="xs" variant="light">
            {label('status', row.status)}
          </Badge>
        )}
      </Group>
    </Stack>
  );
}

function Stage({ row }: { row: CaseRow }) {
  const label = useLabel();
  return <Text size="sm">{row.stage ? label('stage', row.stage) : label('type', row.type)}</Text>;
}

function Next({ row }: { row: CaseRow }) {
  const label = useLabel();
  if (!row.nextDueAt) return <Text size="sm">{label('none', null)}</Text>;
  return (
    <Stack gap={2}>
      <Text size="sm">{label('obligation', row.nextDuty)}</Text>
      <Due at={row.nextDueAt} zone={row.timeZone} />
    </Stack>
  );
}

function LastVisit({ row }: { row: CaseRow }) {
  const { t } = useTranslation();
  return row.lastVisitAt ? (
    <Instant at={row.lastVisitAt} zone={row.timeZone} size="sm" />
  ) : (
    <Text size="sm" c="dimmed">
      {t('case.neverVisited')}
    </Text>
  );
}

function Assignee({ row }: { row: CaseRow }) {
  const { t } = useTranslation();
  return (
    <Text size="sm" c={row.assignee ? undefined : 'dimmed'}>
      {row.assignee?.displayName ?? t('case.unassigned')}
    </Text>
  );
}
