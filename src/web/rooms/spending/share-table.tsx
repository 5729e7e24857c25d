import { Table, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Share } from '../../api/spending';
import { formatMoney } from '../../money/format';
import { usePostName } from '../../ui/use-posts';

const COLUMNS = ['points', 'allotted', 'forecast', 'proposed', 'amount'] as const;

interface Props {
  shares: Share[];
  /** Soles by post, as typed; absent: the table is only read. */
  fixed?: Record<string, string>;
  onFix?: (fixed: Record<string, string>) => void;
  /** Another distribution beside it, by post. */
  beside?: { name: string; shares: Share[] };
}

/** What each post would be given, beside what it was given and will have spent. */
export function ShareTable({ shares, fixed, onFix, beside }: Props) {
  const { t, i18n } = useTranslation('spending');
  const nameOf = usePostName();
  const money = (amount: string) => formatMoney(amount, 'PEN', i18n.language);
  const other = (postId: string) =>
    beside?.shares.find((share) => share.postId === postId)?.amount ?? '0.00';
  return (
    <Table.ScrollContainer minWidth={860} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing={6} style={{ fontVariantNumeric: 'tabular-nums' }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('distribution.column.post')}</Table.Th>
            {COLUMNS.map((column) => (
              <Table.Th key={column} ta="right">
                {t(`distribution.column.${column}`)}
              </Table.Th>
            ))}
            {onFix && <Table.Th ta="right">{t('distribution.column.fix')}</Table.Th>}
            {beside && (
              <>
                <Table.Th ta="right">{beside.name}</Table.Th>
                <Table.Th ta="right">{t('distribution.difference')}</Table.Th>
              </>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shares.map((share) => {
            const name = nameOf({ id: share.postId, code: share.postCode });
            return (
              <Table.Tr key={share.postId}>
                <Table.Th scope="row" fw={400}>
                  {name}
                </Table.Th>
                <Table.Td ta="right">{share.points}</Table.Td>
                <Table.Td ta="right">{money(share.allotted)}</Table.Td>
                <Table.Td ta="right">{money(share.forecast)}</Table.Td>
                <Table.Td ta="right">{money(share.proposed)}</Table.Td>
                <Table.Td ta="right">
                  <Text inherit fw={share.fixed ? 600 : 400}>
                    {money(share.amount)}
                  </Text>
                </Table.Td>
                {onFix && (
                  <Table.Td ta="right">
                    <TextInput
                      size="xs"
                      w={110}
                      ml="auto"
                      inputMode="decimal"
                      aria-label={t('distribution.fixNamed', { post: name })}
                      value={fixed?.[share.postId] ?? ''}
                      onChange={(event) =>
                        onFix({ ...fixed, [share.postId]: event.currentTarget.value.trim() })
                      }
                    />
                  </Table.Td>
                )}
                {beside && (
                  <>
                    <Table.Td ta="right">{money(other(share.postId))}</Table.Td>
                    <Table.Td ta="right">
                      {money((Number(share.amount) - Number(other(share.postId))).toFixed(2))}
                    </Table.Td>
                  </>
                )}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
