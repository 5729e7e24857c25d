import { Anchor, Badge, Checkbox, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseRow } from '../api/types';
import { useLabel } from '../i18n/use-label';
import { Due } from './due';
import { Instant } from './instant';
import { PriorityBadge } from './priority-badge';
import type { Selection } from './selection';

/** Ticking of cases, and the tags of their post by id. */
export interface Marking {
  selection: Selection;
  tags: ReadonlyMap<string, string>;
}

export function CaseRows({ rows, marking }: { rows: CaseRow[]; marking?: Marking }) {
  const { t } = useTranslation(['common', 'bulk']);
  const ids = rows.map(({ id }) => id);
  const ticked = marking ? ids.filter((id) => marking.selection.has(id)).length : 0;
  return (
    <Table highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          {marking && (
            <Table.Th w={40}>
              <Checkbox
                aria-label={t('bulk:selectAll')}
                checked={ticked === ids.length}
                indeterminate={ticked > 0 && ticked < ids.length}
                onChange={() => marking.selection.toggleAll(ids)}
              />
            </Table.Th>
          )}
          <Table.Th>{t('columns.person')}</Table.Th>
          <Table.Th>{t('columns.stage')}</Table.Th>
          <Table.Th>{t('columns.next')}</Table.Th>
          <Table.Th>{t('columns.lastVisit')}</Table.Th>
          <Table.Th>{t('columns.assignee')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} marking={marking} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface RowProps {
  row: CaseRow;
  marking?: Marking;
}

function Tick({ row, marking }: RowProps & { marking: Marking }) {
  const { t } = useTranslation(['bulk', 'common']);
  return (
    <Checkbox
      aria-label={t('select', {
        name: [row.personName ?? t('common:case.noPerson'), row.reference].join(', '),
      })}
      checked={marking.selection.has(row.id)}
      onChange={() => marking.selection.toggle(row.id)}
    />
  );
}

function Row({ row, marking }: RowProps) {
  return (
    <Table.Tr>
      {marking && (
        <Table.Td>
          <Tick row={row} marking={marking} />
        </Table.Td>
      )}
      <Table.Td>
        <Name row={row} tags={marking?.tags} />
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

export function CaseCard({ row, marking }: RowProps) {
  return (
    <Paper component="li" p="md" mb="xs">
      <Stack gap={6}>
        <Group gap="sm" wrap="nowrap" align="flex-start">
          {marking && <Tick row={row} marking={marking} />}
          <Name row={row} tags={marking?.tags} />
        </Group>
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

function Name({ row, tags }: { row: CaseRow; tags?: ReadonlyMap<string, string> }) {
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
        <PriorityBadge priority={row.priority} />
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
        {row.tagIds.map((id) => {
          const name = tags?.get(id);
          return (
            name && (
              <Badge key={id} size="xs" variant="default">
                {name}
              </Badge>
            )
          );
        })}
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
