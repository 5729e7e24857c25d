import { Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CataloguePreview } from '../../api/catalogue';
import { useLabel } from '../../i18n/use-label';

/** What a version would change, and how many open cases go on without it. */
export function PreviewTable({ preview }: { preview: CataloguePreview }) {
  const { t } = useTranslation('catalogue');
  const label = useLabel();
  return (
    <Paper component="section">
      <Title order={2} mb="xs">
        {t('changes', { count: preview.changes.length })}
      </Title>
      <Text size="sm" mb="sm">
        {preview.changes.length === 0
          ? t('noChanges')
          : t('keepVersion', { count: preview.openCases })}
      </Text>
      {preview.changes.length > 0 && (
        <Table.ScrollContainer minWidth={420} scrollAreaProps={{ tabIndex: 0 }}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('whatChanges')}</Table.Th>
                <Table.Th scope="col">{t('where')}</Table.Th>
                <Table.Th scope="col">{t('openCases')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {preview.changes.map(({ change, part, family, code, openCases }) => (
                <Table.Tr key={`${part} ${family} ${code}`}>
                  <Table.Td>{`${t(`change.${change}`)}: ${t(`part.${part}`)} ${code}`}</Table.Td>
                  <Table.Td>{family ? label('family', family) : label('none', null)}</Table.Td>
                  <Table.Td>{openCases}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Paper>
  );
}
