import { Badge, Button, Group, Paper, SimpleGrid, Stack, Tabs, Text, Title } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listOccasions, listRounds, type Occasion, type Round } from '../../api/rounds';
import { useCan, useMyPosts } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { todayAt } from '../../time/zoned';
import { Day } from '../../ui/instant';
import { RoomHeader } from '../../ui/room-header';
import { Empty, Failure, Forbidden, Loading } from '../../ui/states';
import { nameOf, RoundProgress } from './parts';
import { PlanRoundDialog } from './plan-round-dialog';

/** The trips that the post plans, those it made, and the traditional ones that come near. */
export function RoundsRoom() {
  const { t } = useTranslation('rounds');
  const can = useCan();
  const [planning, setPlanning] = useState<{ occasion?: Occasion } | null>(null);
  const [tab, setTab] = useState<string | null>('planned');
  const mayPlan = can('round.plan') && useMyPosts().length > 0;
  if (!can('case.read')) return <Forbidden />;
  return (
    <>
      <RoomHeader title={t('title')} hint={t('hint')}>
        {mayPlan && (
          <Button leftSection={<IconRoute size={18} aria-hidden />} onClick={() => setPlanning({})}>
            {t('plan')}
          </Button>
        )}
      </RoomHeader>
      <Stack gap="lg">
        {mayPlan && <Proposals onPlan={(occasion) => setPlanning({ occasion })} />}
        <Tabs value={tab} onChange={setTab} keepMounted={false}>
          <Tabs.List mb="md" aria-label={t('title')}>
            <Tabs.Tab value="planned">{t('planned')}</Tabs.Tab>
            <Tabs.Tab value="ended">{t('ended')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="planned">
            <RoundList planned />
          </Tabs.Panel>
          <Tabs.Panel value="ended">
            <RoundList planned={false} />
          </Tabs.Panel>
        </Tabs>
      </Stack>
      {planning && (
        <PlanRoundDialog occasion={planning.occasion} onClose={() => setPlanning(null)} />
      )}
    </>
  );
}

const usePlanned = () =>
  useQuery({ queryKey: ['rounds', 'planned'], queryFn: () => listRounds({ status: 'planned' }) });

/** The traditional days near enough to plan for. */
function Proposals({ onPlan }: { onPlan: (occasion: Occasion) => void }) {
  const { t, i18n } = useTranslation('rounds');
  const occasions = useQuery({ queryKey: ['occasions'], queryFn: listOccasions });
  const planned = usePlanned();
  const items = occasions.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Paper component="section">
      <Title order={2} mb="xs">
        {t('proposals')}
      </Title>
      <Stack component="ul" gap="sm" className="plain-list">
        {items.map((occasion) => {
          const name = nameOf(occasion.names, i18n.language);
          const done = planned.data?.items.some((round) => round.occasion === occasion.code);
          return (
            <Group component="li" key={occasion.code} justify="space-between" gap="xs">
              <div>
                <Text fw={600}>{name}</Text>
                <Text size="sm" c="dimmed">
                  <Day on={occasion.on} />
                  {done && ` · ${t('proposalPlanned')}`}
                </Text>
              </div>
              <Button
                size="xs"
                variant="default"
                aria-label={t('planFor', { name })}
                onClick={() => onPlan(occasion)}
              >
                {t('plan')}
              </Button>
            </Group>
          );
        })}
      </Stack>
    </Paper>
  );
}

function RoundList({ planned }: { planned: boolean }) {
  const { t } = useTranslation(['rounds', 'common']);
  const rounds = useInfiniteQuery({
    queryKey: ['rounds', planned ? 'planned' : 'all', 'pages'],
    queryFn: ({ pageParam }) =>
      listRounds({ status: planned ? 'planned' : undefined, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  if (rounds.isPending) return <Loading />;
  if (rounds.isError) return <Failure error={rounds.error} retry={() => void rounds.refetch()} />;
  const items = rounds.data.pages
    .flatMap((page) => page.items)
    .filter(({ status }) => planned || status !== 'planned');
  if (items.length === 0) {
    return (
      <Paper>
        <Empty title={t(planned ? 'noneTitle' : 'noneEnded')}>{planned && t('noneDetail')}</Empty>
      </Paper>
    );
  }
  return (
    <Stack>
      <SimpleGrid component="ul" className="plain-list" cols={{ base: 1, sm: 2 }}>
        {items.map((round) => (
          <li key={round.id}>
            <RoundCard round={round} />
          </li>
        ))}
      </SimpleGrid>
      {rounds.hasNextPage && (
        <Button
          variant="default"
          onClick={() => void rounds.fetchNextPage()}
          loading={rounds.isFetchingNextPage}
        >
          {t('common:list.more')}
        </Button>
      )}
    </Stack>
  );
}

function RoundCard({ round }: { round: Round }) {
  const { t, i18n } = useTranslation('rounds');
  const label = useLabel();
  const total = round.planned + round.recorded + round.notVisited;
  const passed = round.status === 'planned' && round.plannedOn < todayAt(round.timeZone);
  return (
    <Paper h="100%">
      <Stack gap={6}>
        <Group gap="xs">
          <Text fw={600}>
            <Day on={round.plannedOn} />
          </Text>
          {round.status !== 'planned' && (
            <Badge variant="light">{label('roundStatus', round.status)}</Badge>
          )}
          {passed && <Badge color="rojo">{t('passed')}</Badge>}
        </Group>
        <Title order={2} style={{ overflowWrap: 'anywhere' }}>
          {round.facilityName ?? round.city}
        </Title>
        <Text size="sm" c="dimmed">
          {[
            round.facilityName && round.city,
            round.occasionNames && nameOf(round.occasionNames, i18n.language),
            `${t('leader')}: ${round.leaderName}`,
            round.postCode,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {total > 0 ? <RoundProgress round={round} /> : <Text size="sm">{t('noPeople')}</Text>}
        <Group mt={4}>
          <Button
            component={Link}
            to={`/rounds/${round.id}`}
            size="xs"
            variant="default"
            aria-label={`${t('open')}: ${round.facilityName ?? round.city}`}
          >
            {t('open')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
