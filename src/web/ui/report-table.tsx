import { Alert, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/types';
import { formatAmount } from '../money/format';
import { formatDay } from '../time/format';
import { Empty } from './states';

type ReportColumn = Schemas['TableColumnResponse'];
type Cell = string | number | null | undefined;

/** Rows drawn; the file of a report has them all. */
const DRAWN = 500;
const ALIGN: Record<ReportColumn['kind'], 'left' | 'right'> = {
  text: 'left',
  day: 'left',
  count: 'right',
  money: 'right',
  share: 'right',
};

function useCell(): (value: Cell, kind: ReportColumn['kind']) => string {
  const { i18n } = useTranslation();
  const language = i18n.language;
  const locale = language === 'en' ? 'en-GB' : 'es-PE';
  return (value, kind) => {
    if (value === null || value === undefined) return '—';
    if (kind === 'money') return formatAmount(String(value), language);
    if (kind === 'day') return formatDay(String(value), language);
    if (kind === 'count') return Number(value).toLocaleString(locale);
    if (kind === 'share') {
      return Number(value).toLocaleString(locale, { style: 'percent', maximumFractionDigits: 1 });
    }
    return String(value);
  };
}

interface Props {
  report: Schemas['TableResponse'];
  words: { none: string; noneHint: string; total: string; shown: (count: number) => string };
}

/** A report as a table: what it means, its rows, and its control totals at the foot. */
export function ReportTable({ report, words }: Props) {
  const cell = useCell();
  const { columns, rows, totals, notes } = report;
  if (rows.length === 0) return <Empty title={words.none}>{words.noneHint}</Empty>;
  const drawn = rows.slice(0, DRAWN);
  return (
    <>
      {notes.map((note) => (
        <Text key={note} size="sm" c="dimmed">
          {note}
        </Text>
      ))}
      {rows.length > DRAWN && <Alert variant="light" my="sm" title={words.shown(DRAWN)} />}
      <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing={6} style={{ fontVariantNumeric: 'tabular-nums' }}>
          <Table.Thead>
            <Table.Tr>
              {columns.map(({ key, label, kind }) => (
                <Table.Th key={key} ta={ALIGN[kind]}>
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {drawn.map((row, index) => (
              <Table.Tr key={index}>
                {columns.map(({ key, kind }) => (
                  <Table.Td key={key} ta={ALIGN[kind]}>
                    {cell(row[key] as Cell, kind)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              {columns.map(({ key, kind }, index) => (
                <Table.Th key={key} ta={ALIGN[kind]} {...(index === 0 && { scope: 'row' })}>
                  {index === 0 ? words.total : key in totals ? cell(totals[key] as Cell, kind) : ''}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
