import { Alert, Anchor, Badge, Button, Grid, Group, Stack, Text } from '@mantine/core';
import { IconPencil, IconPhoneOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { readPerson, readTies } from '../../api/people';
import type { Person, PersonTies } from '../../api/types';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { Day } from '../../ui/instant';
import { RoomHeader } from '../../ui/room-header';
import { Failure, Forbidden, Loading } from '../../ui/states';
import { AttemptsSection, CasesSection } from './cases-section';
import { DuplicatesSection, MergesSection } from './duplicates-section';
import { EditDialog } from './edit-dialog';
import { FamilySection } from './family-section';
import { NamesSection } from './names-section';
import { RestraintSection } from './restraint-section';
import { AssessmentsSection, ConsentsSection } from './said-section';

/** Everything the service knows of one person, as far as the reader may see it. */
export function PersonRoom() {
  const { id = '' } = useParams();
  const can = useCan();
  const read = can('person.read');
  const person = useQuery({
    queryKey: ['person', id],
    queryFn: () => readPerson(id),
    enabled: read,
  });
  const ties = useQuery({ queryKey: ['ties', id], queryFn: () => readTies(id), enabled: read });
  if (!read) return <Forbidden />;
  const failed = person.error ?? ties.error;
  if (failed) return <Failure error={failed} retry={() => void person.refetch()} />;
  if (!person.data || !ties.data) return <Loading />;
  return <PersonView key={id} person={person.data} ties={ties.data} />;
}

function PersonView({ person, ties }: { person: Person; ties: PersonTies }) {
  const { t } = useTranslation('person');
  const label = useLabel();
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const forbidden = ties.restrictions.filter(({ current }) => current);
  const known = [
    label('sex', String(person.sex)),
    person.nationality ?? t('nationalityUnknown'),
    ...person.vulnerability.map((factor) => label('vulnerability', factor)),
  ];
  return (
    <>
      <RoomHeader
        title={person.fullName}
        hint={
          <Group gap={6}>
            <Badge size="sm" variant="outline">
              {label('identity', person.identity)}
            </Badge>
            <Text size="sm" span>
              {person.birthDate && (
                <>
                  <Day on={person.birthDate} />
                  {' · '}
                </>
              )}
              {known.join(' · ')}
            </Text>
          </Group>
        }
      >
        {can('person.edit') && person.mergedInto === null && (
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => setEditing(true)}
          >
            {t('act.edit')}
          </Button>
        )}
      </RoomHeader>
      <Stack gap="lg">
        {person.mergedInto && (
          <Alert color="tinta" variant="light" title={t('isMerged')}>
            {t('isMergedDetail')}{' '}
            <Anchor component={Link} to={`/people/${person.mergedInto}`} size="sm">
              {t('goToSurvivor')}
            </Anchor>
          </Alert>
        )}
        {forbidden.length > 0 && (
          <Alert
            color="rojo"
            variant="light"
            icon={<IconPhoneOff aria-hidden />}
            title={t('doNotContact')}
          >
            {forbidden
              .map(({ channel, postCode }) =>
                [
                  channel ? label('contactChannel', channel) : t('everyChannel'),
                  postCode ?? t('everyPost'),
                ].join(', '),
              )
              .join('; ')}
          </Alert>
        )}
        <Grid gap="lg" align="flex-start">
          <Grid.Col span={{ base: 12, lg: 7 }}>
            <Stack gap="lg">
              <CasesSection id={person.id} />
              <FamilySection person={person} ties={ties} />
              <AttemptsSection id={person.id} />
              <AssessmentsSection id={person.id} />
              <ConsentsSection id={person.id} />
              {person.mergedInto === null && <DuplicatesSection person={person} />}
              <MergesSection person={person} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 5 }}>
            <Stack gap="lg">
              <RestraintSection person={person} ties={ties} />
              <NamesSection person={person} ties={ties} />
            </Stack>
          </Grid.Col>
        </Grid>
      </Stack>
      {editing && <EditDialog person={person} onClose={() => setEditing(false)} />}
    </>
  );
}
