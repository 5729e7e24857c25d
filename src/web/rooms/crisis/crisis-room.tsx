import { Anchor, Button, CopyButton, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Incident, readIncident } from '../../api/crisis';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { countryName } from '../../time/format';
import { AddressTabs } from '../../ui/address-tabs';
import { Instant } from '../../ui/instant';
import { RoomHeader } from '../../ui/room-header';
import { Failure, Forbidden, Loading } from '../../ui/states';
import { BoardTab } from './board-tab';
import { BroadcastsTab } from './broadcasts-tab';
import { DuplicatesTab } from './duplicates-tab';
import { DecideDialog } from './incident-dialogs';
import { ListsTab } from './lists-tab';
import { ManifestsTab } from './manifests-tab';
import { IncidentState, useIncidentZone, useNamed } from './parts';
import { PersonsTab } from './persons-tab';
import { ReportTab } from './report-tab';
import { TeamTab } from './team-tab';

const TABS = {
  board: BoardTab,
  persons: PersonsTab,
  lists: ListsTab,
  duplicates: DuplicatesTab,
  manifests: ManifestsTab,
  broadcasts: BroadcastsTab,
  team: TeamTab,
  report: ReportTab,
} as const;
const NAMES = Object.keys(TABS) as (keyof typeof TABS)[];

/** One incident: how its persons are, who they are, and what is done for them. */
export function CrisisRoom() {
  const { id = '' } = useParams();
  const can = useCan();
  const allowed = can('crisis.read');
  const incident = useQuery({
    queryKey: ['incident', id],
    queryFn: () => readIncident(id),
    enabled: allowed,
  });
  const zone = useIncidentZone(incident.data);
  if (!allowed) return <Forbidden />;
  if (incident.isPending) return <Loading />;
  if (incident.isError) {
    return <Failure error={incident.error} retry={() => void incident.refetch()} />;
  }
  return <OneIncident incident={incident.data} zone={zone} />;
}

function OneIncident({ incident, zone }: { incident: Incident; zone: string }) {
  const { t, i18n } = useTranslation('crisis');
  const label = useLabel();
  const can = useCan();
  const named = useNamed();
  const [deciding, setDeciding] = useState(false);
  const active = incident.state === 'active';
  const works = active && can('crisis.work');
  return (
    <>
      <RoomHeader
        title={named(incident)}
        hint={
          <Group gap={6}>
            <IncidentState state={incident.state} />
            <span>
              {[
                label('type', incident.kind),
                countryName(incident.country, i18n.language),
                incident.posts.map(({ code }) => code).join(', '),
              ].join(' · ')}
            </span>
            <Instant at={incident.startedAt} zone={zone} size="sm" />
          </Group>
        }
      >
        {can('crisis.activate') && (
          <Button variant={active ? 'default' : 'filled'} onClick={() => setDeciding(true)}>
            {t(active ? 'act.standDown' : 'act.activate')}
          </Button>
        )}
      </RoomHeader>
      {active && <PublicAddress slug={incident.slug} />}
      <AddressTabs label={t('tab.name')} tabs={NAMES} nameOf={(tab) => t(`tab.${tab}`)}>
        {(tab) => {
          const Tab = TABS[tab];
          return <Tab incident={incident} zone={zone} works={works} />;
        }}
      </AddressTabs>
      {deciding && <DecideDialog incident={incident} onClose={() => setDeciding(false)} />}
    </>
  );
}

/** Where the people concerned register themselves, to be passed on. */
function PublicAddress({ slug }: { slug: string }) {
  const { t } = useTranslation(['crisis', 'common']);
  const address = `${window.location.origin}/registro/${slug}`;
  return (
    <Group gap="xs" mb="md">
      <Text size="sm">
        {t('publicPage')}{' '}
        <Anchor
          href={address}
          target="_blank"
          rel="noreferrer"
          style={{ overflowWrap: 'anywhere' }}
        >
          {address}
        </Anchor>
      </Text>
      <CopyButton value={address}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="default" onClick={copy}>
            {t(copied ? 'common:action.copied' : 'common:action.copy')}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
