import { Button, Group, NumberInput, Paper, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readIndicators, type Indicator } from '../../api/indicators';
import { useCan } from '../../app/session';
import { formatInstant } from '../../time/format';
import { todayAt } from '../../time/zoned';
import { RoomHeader } from '../../ui/room-header';
import { Failure, Forbidden, Loading } from '../../ui/states';
import { DefineDialog, EnterDialog, SignDialog } from './dialogs';
import { IndicatorTable } from './indicator-table';

export type Doing =
  | { act: 'enter' | 'define'; indicator: Indicator; year: number }
  | { act: 'sign'; indicator: Indicator; year: number }
  | { act: 'create' };

const LIMA = 'America/Lima';

/** The strategic plan: what was aimed at, what came of it, and what was said of it. */
export function IndicatorsRoom() {
  const { t, i18n } = useTranslation('indicators');
  const can = useCan();
  const present = Number(todayAt(LIMA).slice(0, 4));
  const [range, setRange] = useState({ from: present - 2, to: present });
  const [doing, setDoing] = useState<Doing | null>(null);
  const table = useQuery({
    queryKey: ['indicators', range],
    queryFn: () => readIndicators(range.from, range.to),
    enabled: can('world.read'),
    placeholderData: keepPreviousData,
  });
  if (!can('world.read')) return <Forbidden />;
  return (
    <>
      <RoomHeader title={t('title')} hint={t('hint')} />
      <Stack gap="lg">
        <Group align="flex-end">
          {(['from', 'to'] as const).map((name) => (
            <NumberInput
              key={name}
              label={t(name)}
              w={110}
              min={2000}
              max={2200}
              value={range[name]}
              onChange={(value) => setRange({ ...range, [name]: Number(value) })}
            />
          ))}
          {can('policy.edit') && (
            <Button variant="default" onClick={() => setDoing({ act: 'create' })}>
              {t('act.create')}
            </Button>
          )}
        </Group>
        <Paper component="section" p={0} aria-label={t('title')}>
          {table.isPending && <Loading />}
          {table.isError && <Failure error={table.error} />}
          {table.data && <IndicatorTable items={table.data.items} start={setDoing} />}
        </Paper>
        {table.data && (
          <Text size="sm" c="dimmed">
            {t('asOf', { at: formatInstant(table.data.asOf, LIMA, i18n.language) })}
          </Text>
        )}
      </Stack>
      {doing?.act === 'enter' && <EnterDialog {...doing} onClose={() => setDoing(null)} />}
      {doing?.act === 'sign' && <SignDialog {...doing} onClose={() => setDoing(null)} />}
      {doing?.act === 'define' && (
        <DefineDialog indicator={doing.indicator} onClose={() => setDoing(null)} />
      )}
      {doing?.act === 'create' && <DefineDialog onClose={() => setDoing(null)} />}
    </>
  );
}
