import { Badge, Button, Group, Paper, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listRates } from '../../api/budget';
import { useCan } from '../../app/session';
import { formatDay } from '../../time/format';
import { Empty, Failure, Loading } from '../../ui/states';
import { ImportRatesDialog } from './dialogs';

/** Daily reference rates; one that money rests on is locked. */
export function RatesTab() {
  const { t, i18n } = useTranslation('budget');
  const can = useCan();
  const [importing, setImporting] = useState(false);
  const rates = useQuery({ queryKey: ['exchange-rates'], queryFn: listRates });
  return (
    <>
      {can('rate.import') && (
        <Group>
          <Button onClick={() => setImporting(true)}>{t('act.rates')}</Button>
        </Group>
      )}
      {rates.isPending && <Loading />}
      {rates.isError && <Failure error={rates.error} />}
      {rates.data?.items.length === 0 && (
        <Paper>
          <Empty title={t('noRates')} />
        </Paper>
      )}
      {rates.data && rates.data.items.length > 0 && (
        <Paper component="section" p={0}>
          <Table.ScrollContainer
            minWidth={480}
            scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
          >
            <Table verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  {(['currency', 'day', 'pen', 'usd', 'rateSource'] as const).map((column) => (
                    <Table.Th key={column}>{t(`rate.${column}`)}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rates.data.items.map(({ currency, day, pen, usd, source, locked }) => (
                  <Table.Tr key={`${currency} ${day}`}>
                    <Table.Th scope="row">{currency}</Table.Th>
                    <Table.Td>{formatDay(day, i18n.language)}</Table.Td>
                    <Table.Td>{shown(pen)}</Table.Td>
                    <Table.Td>{shown(usd)}</Table.Td>
                    <Table.Td>
                      {source}{' '}
                      {locked && (
                        <Badge size="xs" variant="outline">
                          {t('rate.locked')}
                        </Badge>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      )}
      {importing && <ImportRatesDialog onClose={() => setImporting(false)} />}
    </>
  );
}

/** Without the zeros that the register fills up with, four decimals at least. */
const shown = (rate: string): string => rate.replace(/(\.\d{4}\d*?)0+$/, '$1');
