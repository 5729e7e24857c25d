import { Anchor, Button, Paper, SimpleGrid, Stack } from '@mantine/core';
import { IconClipboardPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { readMyDay } from '../../api/cases';
import type { MyDay } from '../../api/types';
import { useRooms } from '../../app/navigation';
import { useCan, useMe, useMyPosts } from '../../app/session';
import { RoomHeader } from '../../ui/room-header';
import { Empty, Failure, Loading } from '../../ui/states';
import { Colleagues } from './colleagues';
import { DutyLine, HearingLine, IntakeLine, RoundLine } from './lines';
import { Section } from './section';

/** What is overdue, due today and due this week; new intakes and hearings. */
export function MyDayRoom() {
  const can = useCan();
  const first = useRooms()[0];
  if (can('case.read')) return <Day />;
  return first ? <Navigate to={first.to} replace /> : <NoRoomYet />;
}

/** For functions whose work has no room here: a home that refuses nobody. */
function NoRoomYet() {
  const { t } = useTranslation('my-day');
  const { account } = useMe();
  return (
    <>
      <RoomHeader title={t('greeting', { name: account.displayName })} />
      <Paper>
        <Empty title={t('noRoom')}>{t('noRoomDetail')}</Empty>
      </Paper>
    </>
  );
}

function Day() {
  const { t } = useTranslation('my-day');
  const { account } = useMe();
  const can = useCan();
  const day = useQuery({ queryKey: ['my-day'], queryFn: readMyDay, refetchInterval: 120_000 });
  return (
    <>
      <RoomHeader
        title={t('greeting', { name: account.displayName })}
        hint={
          day.data &&
          t('summary', {
            overdue: day.data.overdue.length,
            today: day.data.dueToday.length,
            week: day.data.dueThisWeek.length,
          })
        }
      >
        {can('case.register') && (
          <Button
            component={Link}
            to="/cases/new"
            leftSection={<IconClipboardPlus size={18} aria-hidden />}
          >
            {t('newCase')}
          </Button>
        )}
      </RoomHeader>
      {day.isPending && <Loading />}
      {day.isError && <Failure error={day.error} retry={() => void day.refetch()} />}
      {day.data && <Lists day={day.data} />}
    </>
  );
}

function Lists({ day }: { day: MyDay }) {
  const { t } = useTranslation('my-day');
  const { overdue, dueToday, dueThisWeek, hearings, newIntakes, rounds } = day;
  const can = useCan();
  const atPost = useMyPosts().length > 0;
  const duties = overdue.length + dueToday.length + dueThisWeek.length;
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
      <Stack gap="lg">
        {duties === 0 ? (
          <Paper>
            <Empty title={t(atPost ? 'clear' : 'clearOwn')}>
              {atPost ? (
                t('clearDetail')
              ) : (
                <>
                  {t('clearOwnDetail')}{' '}
                  {can('world.read') && (
                    <Anchor component={Link} to="/world">
                      {t('toWorld')}
                    </Anchor>
                  )}
                </>
              )}
            </Empty>
          </Paper>
        ) : (
          <>
            <Section title={t('overdue')} count={overdue.length} none={t('overdueNone')} urgent>
              {overdue.map((duty) => (
                <DutyLine key={duty.id} duty={duty} />
              ))}
            </Section>
            <Section title={t('today')} count={dueToday.length} none={t('todayNone')}>
              {dueToday.map((duty) => (
                <DutyLine key={duty.id} duty={duty} />
              ))}
            </Section>
            <Section title={t('week')} count={dueThisWeek.length} none={t('weekNone')}>
              {dueThisWeek.map((duty) => (
                <DutyLine key={duty.id} duty={duty} />
              ))}
            </Section>
          </>
        )}
      </Stack>
      <Stack gap="lg">
        <Section
          title={t(atPost ? 'intakes' : 'unassigned')}
          count={newIntakes.length}
          none={t('intakesNone')}
        >
          {newIntakes.map((row) => (
            <IntakeLine key={row.id} row={row} />
          ))}
        </Section>
        <Colleagues day={day} />
        <Section title={t('hearings')} count={hearings.length} none={t('hearingsNone')}>
          {hearings.map((hearing) => (
            <HearingLine key={hearing.id} hearing={hearing} />
          ))}
        </Section>
        {rounds.length > 0 && (
          <Section title={t('rounds')} count={rounds.length} none="">
            {rounds.map((round) => (
              <RoundLine key={round.id} round={round} />
            ))}
          </Section>
        )}
      </Stack>
    </SimpleGrid>
  );
}
