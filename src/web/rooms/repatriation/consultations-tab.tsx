import { Anchor, Paper, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listWaitingConsultations } from '../../api/repatriation';
import { useLabel } from '../../i18n/use-label';
import { formatInstant } from '../../time/format';
import { Empty, Failure, Loading } from '../../ui/states';
import { inWords } from './condition-parts';

const COLUMNS = ['case', 'kind', 'post', 'cost', 'asked'] as const;

/** Prior consultations without an answer, the oldest first; each is answered in its case. */
export function ConsultationsTab() {
  const { t, i18n } = useTranslation('repatriation');
  const label = useLabel();
  const waiting = useQuery({
    queryKey: ['repatriation-consultations'],
    queryFn: listWaitingConsultations,
  });
  if (waiting.isPending) return <Loading />;
  if (waiting.isError) return <Failure error={waiting.error} />;
  if (waiting.data.items.length === 0) {
    return (
      <Paper>
        <Empty title={t('consultations.none')} />
      </Paper>
    );
  }
  return (
    <Paper component="section" p={0}>
      <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              {COLUMNS.map((column) => (
                <Table.Th key={column}>{t(`consultations.column.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {waiting.data.items.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Th scope="row">
                  <Anchor component={Link} to={`/cases/${one.caseId}`}>
                    {one.reference}
                  </Anchor>
                </Table.Th>
                <Table.Td>{label('repatriationType', one.type)}</Table.Td>
                <Table.Td>{one.post}</Table.Td>
                <Table.Td>{inWords(one.costs)}</Table.Td>
                <Table.Td>
                  {formatInstant(one.askedAt, 'America/Lima', i18n.language)}
                  {one.askedBy && ` · ${one.askedBy}`}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
