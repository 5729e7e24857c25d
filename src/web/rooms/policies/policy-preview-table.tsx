import { Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PolicyPreview } from '../../api/types';
import { useLabel } from '../../i18n/use-label';
import { Instant } from '../../ui/instant';
import { HEADQUARTERS_ZONE } from './zone';

/** Which open duties the new numbers would move, old → new. */
export function PolicyPreviewTable({ preview }: { preview: PolicyPreview }) {
  const { t } = useTranslation('policies');
  const label = useLabel();
  const instant = (at: string | null) =>
    at ? <Instant at={at} zone={HEADQUARTERS_ZONE} size="sm" /> : label('', null);
  return (
    <Paper component="section" aria-live="polite">
      <Title order={2}>{t('affected', { count: preview.affected })}</Title>
      {preview.sample.length > 0 && (
        <>
          <Text size="sm" c="dimmed" mb="sm">
            {t('sample')}
          </Text>
          <Table.ScrollContainer
            minWidth={480}
            scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
          >
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('case')}</Table.Th>
                  <Table.Th>{t('duty')}</Table.Th>
                  <Table.Th>{t('oldDue')}</Table.Th>
                  <Table.Th>{t('newDue')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {preview.sample.map((row) => (
                  <Table.Tr key={`${row.caseReference} ${row.kind} ${row.oldDueAt ?? ''}`}>
                    <Table.Td>{row.caseReference}</Table.Td>
                    <Table.Td>{label('obligation', row.kind)}</Table.Td>
                    <Table.Td>{instant(row.oldDueAt)}</Table.Td>
                    <Table.Td>{instant(row.newDueAt)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </>
      )}
    </Paper>
  );
}
