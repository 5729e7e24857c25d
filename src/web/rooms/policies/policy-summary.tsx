import { Paper, SimpleGrid, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PolicyContent } from '../../api/types';
import { useLabel } from '../../i18n/use-label';
import { useRowNames } from './row-names';

interface Row {
  name: string;
  value: string;
  source: string;
}

/** The numbers in force, to be read: what is owed and how often, each with its source. */
export function PolicySummary({ content }: { content: PolicyContent }) {
  const { t } = useTranslation('policies');
  const label = useLabel();
  const names = useRowNames();
  const days = (count: number) => t('days', { count });
  const durations = Object.entries(content.durations).map(([kind, rule]) => ({
    name: label('obligation', kind),
    value: t(`duration.${rule.unit}`, { count: rule.value }),
    source: rule.source,
  }));
  const visits = [
    ...content.visits.intervals.map((row) => ({ ...row, name: names.interval(row) })),
    ...content.visits.caps.map((cap) => ({ ...cap, name: names.cap(cap) })),
  ].map(({ name, days: count, source }) => ({ name, value: days(count), source }));
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
      <Numbers title={t('durations')} rows={durations} />
      <Numbers title={t('visits')} rows={visits} />
    </SimpleGrid>
  );
}

function Numbers({ title, rows }: { title: string; rows: Row[] }) {
  const { t } = useTranslation('policies');
  return (
    <Paper component="section" p={0}>
      <Title order={2} p="md">
        {title}
      </Title>
      <Table.ScrollContainer minWidth={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('what')}</Table.Th>
              <Table.Th>{t('number')}</Table.Th>
              <Table.Th>{t('source')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ name, value, source }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={400}>
                  {name}
                </Table.Th>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{value}</Table.Td>
                <Table.Td c="dimmed">{source}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
