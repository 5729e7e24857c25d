import { Alert, Anchor, Button, Group, Paper, Table } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newKey } from '../../api/client';
import { exportReturned, listReturned } from '../../api/repatriation';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { countryName, formatInstant } from '../../time/format';
import { todayAt } from '../../time/zoned';
import { DayInput } from '../../ui/instant-input';
import { useTellDone, useTellProblem } from '../../ui/problem';
import { saveText } from '../../ui/save-text';
import { Empty, Failure, Loading } from '../../ui/states';

const LIMA = 'America/Lima';
const COLUMNS = ['person', 'kind', 'arrived', 'from', 'case'] as const;

/** The Register of Repatriated of some days of Lima. */
export function RegisterTab() {
  const { t, i18n } = useTranslation('repatriation');
  const can = useCan();
  const label = useLabel();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const today = todayAt(LIMA);
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`);
  const [to, setTo] = useState(today);
  const returned = useQuery({
    queryKey: ['repatriation-register', from, to],
    queryFn: () => listReturned(from, to),
    enabled: Boolean(from && to),
  });
  const save = useMutation({
    mutationFn: () => exportReturned(from, to, newKey()),
    onSuccess: ({ csv, rows }) => {
      saveText(csv, `repatriados-${from}-${to}.csv`);
      tellDone(t('register.exported', { count: rows }));
    },
    onError: tellProblem,
  });
  return (
    <>
      <Group align="flex-end" mb="md">
        <DayInput
          label={t('register.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <DayInput
          label={t('register.to')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        {can('register.export') && (
          <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
            {t('register.export')}
          </Button>
        )}
      </Group>
      {returned.isPending && <Loading />}
      {returned.isError && <Failure error={returned.error} />}
      {returned.data?.more && <Alert variant="light" mb="md" title={t('register.more')} />}
      {returned.data?.items.length === 0 && (
        <Paper>
          <Empty title={t('register.none')}>{t('register.noneHint')}</Empty>
        </Paper>
      )}
      {returned.data && returned.data.items.length > 0 && (
        <Paper component="section" p={0}>
          <Table.ScrollContainer
            minWidth={640}
            scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
          >
            <Table verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  {COLUMNS.map((column) => (
                    <Table.Th key={column}>{t(`register.column.${column}`)}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {returned.data.items.map((entry) => (
                  <Table.Tr key={entry.id}>
                    <Table.Th scope="row">
                      {entry.givenNames} {entry.surnames}
                    </Table.Th>
                    <Table.Td>{label('repatriationType', entry.type)}</Table.Td>
                    <Table.Td>
                      {formatInstant(entry.arrivedAt, LIMA, i18n.language)} · {entry.entryPoint}
                    </Table.Td>
                    <Table.Td>
                      {countryName(entry.country, i18n.language)} · {entry.post}
                    </Table.Td>
                    <Table.Td>
                      <Anchor component={Link} to={`/cases/${entry.caseId}`}>
                        {entry.reference}
                      </Anchor>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      )}
    </>
  );
}
