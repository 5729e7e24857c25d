import { Badge, Button, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { GlassEntry } from '../../api/break-glass';
import { useCan } from '../../app/session';
import { useNow } from '../../time/clock';
import { readerZone } from '../../time/format';
import { Distance, Instant } from '../../ui/instant';
import { type EntryAct, EntryDialog } from './entry-dialogs';

/** Whether they are in at this moment: the clock of this screen runs between two readings. */
export function useIsIn(): (entry: GlassEntry) => boolean {
  const now = useNow();
  return ({ active, until }) => active && until !== null && Date.parse(until) > now;
}

export function EntryMark({ entry }: { entry: GlassEntry }) {
  const { t } = useTranslation('break-glass');
  const isIn = useIsIn();
  const { state, verdict } = entry;
  const mark = state !== 'admitted' ? state : isIn(entry) ? 'active' : (verdict ?? 'ended');
  const urgent = mark === 'active' || mark === 'not_justified';
  return (
    <Badge
      variant={mark === 'ended' || mark === 'refused' ? 'outline' : 'light'}
      color={urgent ? 'rojo' : 'tinta'}
    >
      {t(`mark.${mark}`)}
    </Badge>
  );
}

export function TimeLeft({ until }: { until: string }) {
  const { t } = useTranslation('break-glass');
  return (
    <Text size="sm" fw={600} component="div">
      {t('endsIn')} <Distance to={until} /> · <Instant at={until} zone={readerZone()} inherit />
    </Text>
  );
}

/** What the reader may do with an entry now; the rest is absent. */
export function EntryActs({ entry, children }: { entry: GlassEntry; children?: ReactNode }) {
  const { t } = useTranslation('break-glass');
  const can = useCan();
  const inside = useIsIn()(entry);
  const [act, setAct] = useState<EntryAct | null>(null);
  const decides = can('glass.guard') && entry.state === 'requested' && !entry.own;
  const reviews =
    can('glass.review') &&
    !entry.own &&
    entry.state === 'admitted' &&
    !inside &&
    entry.reviewedAt === null;
  return (
    <Group gap="xs">
      {decides && (
        <>
          <Button size="xs" onClick={() => setAct('admit')}>
            {t('admit.action')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setAct('refuse')}>
            {t('refuse.action')}
          </Button>
        </>
      )}
      {entry.caseId && (inside || !entry.own) && (
        <Button
          size="xs"
          variant={entry.own ? 'filled' : 'default'}
          component={Link}
          to={`/cases/${entry.caseId}`}
        >
          {t('openCase')}
        </Button>
      )}
      {inside && (
        <Button size="xs" variant="default" onClick={() => setAct('end')}>
          {t(entry.own ? 'end.own' : 'end.action')}
        </Button>
      )}
      {reviews && (
        <Button size="xs" onClick={() => setAct('review')}>
          {t('review.action')}
        </Button>
      )}
      {children}
      {act && <EntryDialog act={act} entry={entry} onClose={() => setAct(null)} />}
    </Group>
  );
}
