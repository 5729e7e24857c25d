import { Button, Group, NativeSelect, Paper, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listQuarters, readBalances, type Balance, type PostBalance } from '../../api/budget';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { formatMoney } from '../../money/format';
import { toInstant } from '../../time/zoned';
import { InstantInput } from '../../ui/instant-input';
import { Empty, Failure, Loading } from '../../ui/states';
import { usePostName } from '../../ui/use-posts';
import { AllotDialog, OpenYearDialog, TransferDialog } from './dialogs';
import { Quarters } from './quarters';

/** The columns, in the order in which a sol passes them. */
const ACCOUNTS = [
  'allotted',
  'ahead',
  'available',
  'reserved',
  'committed',
  'paid',
  'accounted',
] as const satisfies readonly (keyof Balance)[];

/** The Ministry's clock: a fiscal year begins and ends in Lima. */
const HEADQUARTERS_ZONE = 'America/Lima';
type Asked = 'allot' | 'transfer' | 'year';

/** What each post may spend, and where it stands, now or at any instant. */
export function BalancesTab() {
  const { t } = useTranslation('budget');
  const can = useCan();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const quarters = useQuery({ queryKey: ['budget-quarters'], queryFn: listQuarters });
  if (quarters.isPending) return <Loading />;
  if (quarters.isError) return <Failure error={quarters.error} />;
  const years = [...new Set(quarters.data.items.map(({ year }) => year))];
  const year = chosen ?? years[0] ?? null;
  const manages = can('allotment.manage');
  return (
    <>
      <Group align="flex-end" gap="sm">
        {year !== null && (
          <NativeSelect
            label={t('year')}
            value={String(year)}
            data={years.map(String)}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
          />
        )}
        {manages && year !== null && (
          <>
            <Button onClick={() => setAsked('allot')}>{t('act.allot')}</Button>
            <Button variant="default" onClick={() => setAsked('transfer')}>
              {t('act.transfer')}
            </Button>
          </>
        )}
        {manages && (
          <Button variant="default" onClick={() => setAsked('year')}>
            {t('act.year')}
          </Button>
        )}
      </Group>
      {year === null ? (
        <Paper>
          <Empty title={t('noYear')} />
        </Paper>
      ) : (
        <>
          <Quarters quarters={quarters.data.items.filter((quarter) => quarter.year === year)} />
          <Balances year={year} />
        </>
      )}
      {asked === 'allot' && <AllotDialog year={year!} onClose={() => setAsked(null)} />}
      {asked === 'transfer' && <TransferDialog onClose={() => setAsked(null)} />}
      {asked === 'year' && <OpenYearDialog onClose={() => setAsked(null)} />}
    </>
  );
}

function Balances({ year }: { year: number }) {
  const { t } = useTranslation('budget');
  const [at, setAt] = useState('');
  const instant = at ? toInstant(at, HEADQUARTERS_ZONE) : undefined;
  const balances = useQuery({
    queryKey: ['balances', year, instant],
    queryFn: () => readBalances(year, instant),
  });
  return (
    <Paper component="section" p="md" aria-labelledby="balances">
      <Group justify="space-between" align="flex-end" mb="sm">
        <Title order={2} id="balances">
          {t('balances')}
        </Title>
        <InstantInput
          label={t('at')}
          description={t('atHint')}
          value={at}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
      </Group>
      {balances.isPending && <Loading />}
      {balances.isError && <Failure error={balances.error} />}
      {balances.data?.items.length === 0 && <Empty title={t('noBalances')} />}
      {balances.data && balances.data.items.length > 0 && (
        <BalanceTable items={balances.data.items} total={balances.data.total} />
      )}
    </Paper>
  );
}

function BalanceTable({ items, total }: { items: PostBalance[]; total: Balance }) {
  const { t, i18n } = useTranslation('budget');
  const label = useLabel();
  const nameOf = usePostName();
  const money = (amount: string) => formatMoney(amount, 'PEN', i18n.language);
  return (
    <Table.ScrollContainer minWidth={900} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('post')}</Table.Th>
            <Table.Th>{t('programme')}</Table.Th>
            {ACCOUNTS.map((account) => (
              <Table.Th key={account} ta="right">
                {label('ledgerAccount', account)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={`${item.postId} ${item.programme}`}>
              <Table.Th scope="row" fw={400}>
                {nameOf({ id: item.postId, code: item.postCode })}
              </Table.Th>
              <Table.Td>{label('programme', item.programme)}</Table.Td>
              {ACCOUNTS.map((account) => (
                <Amount key={account} text={money(item[account])} />
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row" colSpan={2}>
              {t('total')}
            </Table.Th>
            {ACCOUNTS.map((account) => (
              <Amount key={account} text={money(total[account])} strong />
            ))}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
}

const Amount = ({ text, strong = false }: { text: string; strong?: boolean }) => (
  <Table.Td ta="right" style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
    <Text span inherit fw={strong ? 600 : 400}>
      {text}
    </Text>
  </Table.Td>
);
