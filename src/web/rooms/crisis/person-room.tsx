import { Anchor, Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import {
  type Incident,
  type IncidentPersonDetail,
  KNOWN_STATES,
  openCase,
  readIncident,
  readPerson,
  recordState,
  separatePerson,
} from '../../api/crisis';
import { queryClient } from '../../app/query-client';
import { useCan, useMyPosts } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { nowAt } from '../../time/zoned';
import { Day, Instant } from '../../ui/instant';
import { FieldsDialog } from '../../ui/fields-dialog';
import { Line, Part } from '../../ui/part';
import { useTellDone, useTellProblem } from '../../ui/problem';
import { RoomHeader } from '../../ui/room-header';
import { Failure, Loading } from '../../ui/states';
import { useSubdivisionName } from '../../ui/subdivision-select';
import { nameOf, type TabProps, useIncidentZone, useNamed } from './parts';
import { TriageDialog } from './triage-dialog';

type Doing = 'triage' | 'state' | 'openCase';

/** One person of an incident: how they are, what they need, and everything that named them. */
export function CrisisPersonRoom() {
  const { id = '', person: personId = '' } = useParams();
  const can = useCan();
  const incident = useQuery({ queryKey: ['incident', id], queryFn: () => readIncident(id) });
  const person = useQuery({
    queryKey: ['incident', id, 'person', personId],
    queryFn: () => readPerson(id, personId),
  });
  const zone = useIncidentZone(incident.data);
  if (incident.isError) return <Failure error={incident.error} />;
  if (person.isError) return <Failure error={person.error} retry={() => void person.refetch()} />;
  if (incident.isPending || person.isPending) return <Loading />;
  const works = incident.data.state === 'active' && can('crisis.work');
  return <OnePerson incident={incident.data} zone={zone} works={works} person={person.data} />;
}

interface Props extends TabProps {
  person: IncidentPersonDetail;
}

function OnePerson({ incident, zone, works, person }: Props) {
  const { t } = useTranslation('crisis');
  const label = useLabel();
  const can = useCan();
  const named = useNamed();
  const [doing, setDoing] = useState<Doing | null>(null);
  const stop = () => setDoing(null);
  return (
    <>
      <RoomHeader
        title={nameOf(person)}
        hint={
          <Group gap={6}>
            <Badge variant="light">{label('incidentPersonState', person.state)}</Badge>
            <span>{t('points', { count: person.priority })}</span>
            <Anchor component={Link} to={`/crises/${incident.id}?tab=persons`} size="sm">
              {named(incident)}
            </Anchor>
          </Group>
        }
      >
        {works && (
          <>
            <Button onClick={() => setDoing('state')}>{t('act.state')}</Button>
            <Button variant="default" onClick={() => setDoing('triage')}>
              {t('act.triage')}
            </Button>
            {!person.caseId && can('case.register') && (
              <Button variant="default" onClick={() => setDoing('openCase')}>
                {t('act.openCase')}
              </Button>
            )}
          </>
        )}
      </RoomHeader>
      <SimpleGrid cols={{ base: 1, md: 2 }} style={{ alignItems: 'start' }}>
        <Facts incident={incident} person={person} />
        <Paper component="section">
          <Stack gap="lg">
            <Needs person={person} />
            <Events person={person} zone={zone} />
            <Mentions incident={incident} person={person} works={works} />
          </Stack>
        </Paper>
      </SimpleGrid>
      {doing === 'triage' && <TriageDialog incident={incident} person={person} onClose={stop} />}
      {doing === 'state' && (
        <StateDialog incident={incident} zone={zone} person={person} onClose={stop} />
      )}
      {doing === 'openCase' && (
        <OpenCaseDialog incident={incident} person={person} onClose={stop} />
      )}
    </>
  );
}

function Facts({ incident, person }: { incident: Incident; person: IncidentPersonDetail }) {
  const { t } = useTranslation('crisis');
  const label = useLabel();
  const place = useSubdivisionName(incident.country);
  const post = incident.posts.find(({ id }) => id === person.postId);
  const facts: [string, React.ReactNode][] = [
    ['documentNumber', person.documentNumber],
    ['birthDate', person.birthDate && <Day on={person.birthDate} />],
    ['age', person.age],
    ['phone', person.phone],
    ['email', person.email],
    ['subdivision', person.subdivision && place(person.subdivision)],
    ['place', person.place],
    ['partySize', person.partySize || null],
    ['postId', post?.name],
    [
      'vulnerability',
      person.vulnerability.map((factor) => label('vulnerability', factor)).join(', '),
    ],
  ];
  return (
    <Paper component="section">
      <Title order={2} mb="sm">
        {t('section.facts')}
      </Title>
      <Stack component="dl" gap="xs" my={0} style={{ overflowWrap: 'anywhere' }}>
        {facts
          .filter(([, value]) => value !== null && value !== '' && value !== undefined)
          .map(([name, value]) => (
            <div key={name}>
              <Text component="dt" size="sm" c="dimmed">
                {t(`field.${name}` as never)}
              </Text>
              <Text component="dd" size="sm" m={0} style={{ whiteSpace: 'pre-wrap' }}>
                {value}
              </Text>
            </div>
          ))}
        {person.caseReference && (
          <div>
            <Text component="dt" size="sm" c="dimmed">
              {t('field.case')}
            </Text>
            <Text component="dd" size="sm" m={0}>
              <Anchor component={Link} to={`/cases/${person.caseId}`}>
                {person.caseReference}
              </Anchor>
            </Text>
          </div>
        )}
      </Stack>
    </Paper>
  );
}

function Needs({ person }: { person: IncidentPersonDetail }) {
  const { t } = useTranslation('crisis');
  const label = useLabel();
  return (
    <Part title={t('section.needs')} none={t('none.needs')} empty={person.needs.length === 0}>
      {person.needs.map(({ need, state }) => (
        <Line
          key={need}
          title={label('incidentNeed', need)}
          faded={state === 'met'}
          facts={[t(state === 'met' ? 'column.met' : 'column.open')]}
        />
      ))}
    </Part>
  );
}

function Events({ person, zone }: { person: IncidentPersonDetail; zone: string }) {
  const { t } = useTranslation('crisis');
  const label = useLabel();
  return (
    <Part title={t('section.events')} none="" empty={false}>
      {[...person.events].reverse().map((event, index) => (
        <Line
          key={index}
          title={label('incidentPersonState', event.state)}
          facts={[event.by ?? label('namedBy', event.source)]}
        >
          <Instant at={event.occurredAt} zone={zone} size="sm" c="dimmed" />
        </Line>
      ))}
    </Part>
  );
}

interface MentionsProps {
  incident: Incident;
  person: IncidentPersonDetail;
  works: boolean;
}

/** Who named them; a record that was joined by mistake can stand for itself again. */
function Mentions({ incident, person, works }: MentionsProps) {
  const { t } = useTranslation('crisis');
  const label = useLabel();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const separate = useMutation({
    mutationFn: (recordId: string) => separatePerson(incident.id, recordId),
    onSuccess: () => {
      tellDone(t('done.separate'));
      return queryClient.invalidateQueries({ queryKey: ['incident', incident.id] });
    },
    onError: tellProblem,
  });
  return (
    <Part
      title={t('section.mentions', { count: person.mentions.length })}
      none=""
      empty={person.mentions.length === 0}
    >
      {person.mentions.map((mention, index) => (
        <Line
          key={index}
          title={mention.asGiven}
          facts={[
            label('namedBy', mention.source),
            mention.list,
            mention.line !== null && t('line', { line: mention.line }),
          ]}
        >
          {works && mention.personId !== person.id && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${t('act.separate')}: ${mention.asGiven}`}
              onClick={() => separate.mutate(mention.personId)}
            >
              {t('act.separate')}
            </Button>
          )}
        </Line>
      ))}
    </Part>
  );
}

interface DialogProps {
  incident: Incident;
  person: IncidentPersonDetail;
  onClose: () => void;
}

function StateDialog({ incident, zone, person, onClose }: DialogProps & { zone: string }) {
  return (
    <FieldsDialog
      catalogue="crisis"
      name="state"
      zone={zone}
      fields={[
        {
          name: 'state',
          kind: 'select',
          options: ['incidentPersonState', KNOWN_STATES],
          required: true,
        },
        { name: 'occurredAt', kind: 'instant', initial: nowAt(zone) },
      ]}
      send={(body, key) => recordState(incident.id, person.id, body as never, key)}
      onClose={onClose}
    />
  );
}

function OpenCaseDialog({ incident, person, onClose }: DialogProps) {
  const { t } = useTranslation('crisis');
  const mine = useMyPosts();
  const own = incident.posts.filter(({ id }) => mine.some((post) => post.id === id));
  const posts = own.length > 0 ? own : incident.posts;
  return (
    <FieldsDialog
      catalogue="crisis"
      name="openCase"
      about={t('about.openCase')}
      fields={[
        {
          name: 'postId',
          kind: 'select',
          choices: posts.map(({ id, name }) => ({ value: id, label: name })),
          initial: posts[0]?.id ?? '',
          required: true,
        },
      ]}
      action={t('act.openCase')}
      send={({ postId }, key) => openCase(incident.id, person.id, String(postId), key)}
      onClose={onClose}
    />
  );
}
