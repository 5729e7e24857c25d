import { Anchor, Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type IncidentRow, listIncidents } from '../../api/crisis';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { countryName, formatInstant, readerZone } from '../../time/format';
import { RoomHeader } from '../../ui/room-header';
import { Empty, Failure, Forbidden, Loading } from '../../ui/states';
import { PrepareDialog } from './incident-dialogs';
import { IncidentState, useNamed } from './parts';

/** The incidents that the reader reaches, the active ones first. */
export function CrisesRoom() {
  const { t } = useTranslation('crisis');
  const can = useCan();
  const [preparing, setPreparing] = useState(false);
  const allowed = can('crisis.read');
  const incidents = useQuery({ queryKey: ['incidents'], queryFn: listIncidents, enabled: allowed });
  if (!allowed) return <Forbidden />;
  return (
    <>
      <RoomHeader title={t('title')} hint={t('hint')}>
        {can('crisis.activate') && (
          <Button
            leftSection={<IconAlertTriangle size={18} aria-hidden />}
            onClick={() => setPreparing(true)}
          >
            {t('act.prepare')}
          </Button>
        )}
      </RoomHeader>
      {incidents.isPending && <Loading />}
      {incidents.isError && (
        <Failure error={incidents.error} retry={() => void incidents.refetch()} />
      )}
      {incidents.data?.items.length === 0 && (
        <Paper>
          <Empty title={t('none.incidents')}>{t('noneDetail')}</Empty>
        </Paper>
      )}
      <SimpleGrid component="ul" className="plain-list" cols={{ base: 1, sm: 2 }}>
        {incidents.data?.items.map((incident) => (
          <li key={incident.id}>
            <IncidentCard incident={incident} />
          </li>
        ))}
      </SimpleGrid>
      {preparing && <PrepareDialog onClose={() => setPreparing(false)} />}
    </>
  );
}

function IncidentCard({ incident }: { incident: IncidentRow }) {
  const { t, i18n } = useTranslation('crisis');
  const label = useLabel();
  const named = useNamed();
  return (
    <Paper h="100%">
      <Stack gap={6}>
        <Group gap="xs">
          <IncidentState state={incident.state} />
          <Badge variant="outline">{label('type', incident.kind)}</Badge>
        </Group>
        <Title order={2} style={{ overflowWrap: 'anywhere' }}>
          <Anchor component={Link} to={`/crises/${incident.id}`} inherit underline="always">
            {named(incident)}
          </Anchor>
        </Title>
        <Text size="sm" c="dimmed">
          {[
            countryName(incident.country, i18n.language),
            incident.posts.join(', '),
            t('since', { at: formatInstant(incident.startedAt, readerZone(), i18n.language) }),
          ].join(' · ')}
        </Text>
        <Anchor component={Link} to={`/crises/${incident.id}?tab=persons`} size="sm">
          {t('persons', { count: incident.persons })}
        </Anchor>
      </Stack>
    </Paper>
  );
}
