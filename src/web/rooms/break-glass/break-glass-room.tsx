import { Button, Paper, Stack, Title } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { type GlassEntry, listEntries } from '../../api/break-glass';
import { useCan } from '../../app/session';
import { RoomHeader } from '../../ui/room-header';
import { Empty, Failure, Forbidden, Loading } from '../../ui/states';
import { AskDialog } from './ask-dialog';
import { EntryCard } from './entry-card';
import { useIsIn } from './entry-parts';

/** Somebody may be waiting outside: the list is read again this often (ms). */
const EVERY = 15_000;

const GROUPS = ['requested', 'active', 'toReview', 'before'] as const;
type Group = (typeof GROUPS)[number];

/** For the guardian what waits for them; for the rest what they asked, and what happened in their circles. */
export function BreakGlassRoom() {
  const { t } = useTranslation('break-glass');
  const can = useCan();
  const { state } = useLocation() as { state: { reference?: string } | null };
  const [asking, setAsking] = useState(state?.reference !== undefined);
  const entries = useQuery({
    queryKey: ['break-glass'],
    queryFn: listEntries,
    refetchInterval: EVERY,
  });
  const concerned = can('glass.break') || can('glass.review');
  if (!concerned && entries.data?.items.length === 0) return <Forbidden />;
  return (
    <>
      <RoomHeader title={t('title')} hint={t('hint')}>
        {can('glass.break') && (
          <Button
            leftSection={<IconDoorEnter size={18} aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {t('ask.title')}
          </Button>
        )}
      </RoomHeader>
      {entries.isPending && <Loading />}
      {entries.isError && <Failure error={entries.error} retry={() => void entries.refetch()} />}
      {entries.data && <Groups entries={entries.data.items} />}
      {asking && can('glass.break') && (
        <AskDialog reference={state?.reference} onClose={() => setAsking(false)} />
      )}
    </>
  );
}

function Groups({ entries }: { entries: GlassEntry[] }) {
  const { t } = useTranslation('break-glass');
  const decides = useCan()('glass.guard');
  const isIn = useIsIn();
  const groupOf = (entry: GlassEntry): Group => {
    if (entry.state === 'requested') return 'requested';
    if (isIn(entry)) return 'active';
    return entry.state === 'admitted' && !entry.reviewedAt ? 'toReview' : 'before';
  };
  const nobodyWaits = !entries.some((entry) => groupOf(entry) === 'requested');
  return (
    <Stack gap="xl">
      {nobodyWaits && (decides || entries.length === 0) && (
        <Paper>
          <Empty title={t(decides ? 'none' : 'noneOwn')}>
            {t(decides ? 'noneDetail' : 'noneOwnDetail')}
          </Empty>
        </Paper>
      )}
      {GROUPS.map((group) => {
        const items = entries.filter((entry) => groupOf(entry) === group);
        if (items.length === 0) return null;
        return (
          <section key={group}>
            <Title order={2} mb="sm">
              {t(`group.${group}`)}
            </Title>
            <Stack component="ul" gap="sm" className="plain-list">
              {items.map((entry) => (
                <EntryCard key={entry.id} entry={entry} />
              ))}
            </Stack>
          </section>
        );
      })}
    </Stack>
  );
}
