import { Group, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BulkPreview } from '../../api/bulk';
import { useRefusal } from '../operations/use-refusal';

const VERDICTS = ['change', 'unchanged', 'refused'] as const;

/** What would happen to each case, refused ones first. */
export function PreviewTable({ preview }: { preview: BulkPreview }) {
  const { t } = useTranslation('bulk');
  const refusal = useRefusal();
  return (
    <Stack gap="xs">
      <Group gap="md" role="status">
        {VERDICTS.map((verdict) => (
          <Text key={verdict} size="sm" fw={600}>
            {t(`verdict.${verdict}`, { count: preview.counts[verdict] })}
          </Text>
        ))}
      </Group>
      <ScrollArea.Autosize mah={280} type="auto" viewportProps={{ tabIndex: 0 }}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('column.case')}</Table.Th>
              <Table.Th>{t('column.result')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {preview.rows.map((row) => (
              <Table.Tr key={row.caseId}>
                <Table.Td>
                  <Text size="sm">{row.personName ?? row.reference ?? t('outOfReach')}</Text>
                  {row.personName && (
                    <Text size="xs" c="dimmed">
                      {row.reference}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <Text size="sm">{row.code ? refusal(row.code) : t(`would.${row.verdict}`)}</Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      {preview.total > preview.rows.length && (
        <Text size="xs" c="dimmed">
          {t('shownOf', { shown: preview.rows.length, total: preview.total })}
        </Text>
      )}
    </Stack>
  );
}
