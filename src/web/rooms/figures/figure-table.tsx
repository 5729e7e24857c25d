import { Anchor, Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '../../time/format';

export interface Count {
  value: number;
  /** Where the list of what was counted is; none: it counts no list. */
  to?: string;
}
export interface FigureRow {
  name: string;
  /** What else tells the row from others. */
  detail?: string;
  /** A row of what is not known. */
  silent?: boolean;
  counts: Count[];
}

interface Props {
  title: string;
  /** Said below the title. */
  note?: string;
  rowName: string;
  columns: string[];
  rows: FigureRow[];
  /** The last line, as far as columns add up; none where no column does. */
  total?: Count[];
}

/** Numbers by row, each of which opens its list, and their total. */
export function FigureTable({ title, note, rowName, columns, rows, total }: Props) {
  const { t } = useTranslation('figures');
  return (
    <Paper component="section" p={0}>
      <Title order={2} px="md" pt="md">
        {title}
      </Title>
      {note && (
        <Text size="sm" c="dimmed" px="md">
          {note}
        </Text>
      )}
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed" p="md">
          {t('nothing')}
        </Text>
      ) : (
        <Table horizontalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{rowName}</Table.Th>
              {columns.map((column) => (
                <Table.Th key={column} scope="col" ta="right">
                  {column}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={`${row.name} ${row.detail ?? ''}`}>
                <Table.Th scope="row" fw={400}>
                  <Text size="sm" c={row.silent ? 'dimmed' : undefined}>
                    {row.name}
                  </Text>
                  {row.detail && (
                    <Text size="xs" c="dimmed">
                      {row.detail}
                    </Text>
                  )}
                </Table.Th>
                <Counts columns={columns} counts={row.counts} of={`${title}, ${row.name}`} />
              </Table.Tr>
            ))}
          </Table.Tbody>
          {total && (
            <Table.Tfoot>
              <Table.Tr>
                <Table.Th scope="row">{t('total')}</Table.Th>
                <Counts columns={columns} counts={total} of={`${title}, ${t('total')}`} strong />
              </Table.Tr>
            </Table.Tfoot>
          )}
        </Table>
      )}
    </Paper>
  );
}

interface CountsProps {
  columns: string[];
  counts: Count[];
  /** What is counted, for who cannot see where the number stands. */
  of: string;
  strong?: boolean;
}

function Counts({ columns, counts, of, strong }: CountsProps) {
  const { t, i18n } = useTranslation('figures');
  return columns.map((column, i) => {
    const count = counts[i];
    if (!count) return <Table.Td key={column} />;
    const { value, to } = count;
    const number = formatNumber(value, i18n.language);
    return (
      <Table.Td key={column} ta="right" fw={strong ? 640 : undefined}>
        {to && value > 0 ? (
          <Anchor
            component={Link}
            to={to}
            inherit
            underline="always"
            aria-label={t('opens', { number, of, column })}
          >
            {number}
          </Anchor>
        ) : (
          <Text span inherit c={value === 0 ? 'dimmed' : undefined}>
            {number}
          </Text>
        )}
      </Table.Td>
    );
  });
}
