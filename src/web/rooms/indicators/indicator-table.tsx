import { ActionIcon, Menu, Stack, Table, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Indicator, IndicatorYear } from '../../api/indicators';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { formatDay, formatNumber } from '../../time/format';
import type { Doing } from './indicators-room';

interface Props {
  items: Indicator[];
  start: (doing: Doing) => void;
}

/** One row for each indicator, one column for each year. */
export function IndicatorTable({ items, start }: Props) {
  const { t, i18n } = useTranslation('indicators');
  const label = useLabel();
  const years = items[0]?.years.map(({ year }) => year) ?? [];
  return (
    <Table.ScrollContainer
      minWidth={320 + years.length * 210}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
    >
      <Table verticalSpacing="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th miw={240}>{t('indicator')}</Table.Th>
            {years.map((year) => (
              <Table.Th key={year}>{year}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody style={{ verticalAlign: 'top' }}>
          {items.map((indicator) => (
            <Table.Tr key={indicator.code}>
              <Table.Th scope="row" fw={400}>
                <Text size="sm" fw={600}>
                  {indicator.code}
                </Text>
                <Text size="sm">
                  {i18n.language === 'en' ? indicator.nameEn : indicator.nameEs}
                </Text>
                <Text size="xs" c="dimmed">
                  {label('indicatorUnit', indicator.unit)} ·{' '}
                  {label('indicatorMeasure', indicator.measure)} ·{' '}
                  {t('version', { version: indicator.version })}
                </Text>
              </Table.Th>
              {indicator.years.map((year) => (
                <Table.Td key={year.year}>
                  <Cell indicator={indicator} cell={year} start={start} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface CellProps {
  indicator: Indicator;
  cell: IndicatorYear;
  start: (doing: Doing) => void;
}

function Cell({ indicator, cell, start }: CellProps) {
  const { t, i18n } = useTranslation('indicators');
  const number = (value: string | null) =>
    value === null ? t('none') : formatNumber(Number(value), i18n.language, 2);
  const signed = cell.signature;
  const execution = cell.execution && `${number(cell.execution)} %`;
  return (
    <Stack gap={2}>
      <Text size="sm" fw={600}>
        {number(cell.obtained)} / {number(cell.target)}
        {execution && ` · ${execution}`}
      </Text>
      {cell.publishedExecution !== null && cell.difference !== null && (
        <Text size="xs">
          {t('printed', {
            printed: `${number(cell.publishedExecution)} %`,
            difference: number(cell.difference),
          })}
        </Text>
      )}
      {cell.obtainedSource && (
        <Text size="xs" c="dimmed">
          {t('source', { source: cell.obtainedSource })}
        </Text>
      )}
      {cell.difficulty && <Text size="xs">{t('difficulty', { text: cell.difficulty })}</Text>}
      {signed && (
        <Text size="xs">
          {t('signed', {
            ...{ number: signed.communicationNumber, who: signed.signedBy },
            day: formatDay(signed.communicationOn, i18n.language),
            value: number(signed.obtained),
          })}
        </Text>
      )}
      {cell.correction && (
        <Text size="xs" fw={600}>
          {t('correction', { difference: number(cell.correction) })}
        </Text>
      )}
      <CellMenu indicator={indicator} cell={cell} start={start} />
    </Stack>
  );
}

function CellMenu({ indicator, cell, start }: CellProps) {
  const { t } = useTranslation('indicators');
  const can = useCan();
  const acts = [
    ...(can('indicator.enter') ? (['enter'] as const) : []),
    ...(can('figure.sign') ? (['sign'] as const) : []),
    ...(can('policy.edit') ? (['define'] as const) : []),
  ];
  if (acts.length === 0) return null;
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('actsOf', { code: indicator.code, year: cell.year })}
        >
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map((act) => (
          <Menu.Item key={act} onClick={() => start({ act, indicator, year: cell.year })}>
            {t(`act.${act}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
