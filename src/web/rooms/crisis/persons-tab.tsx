import { Anchor, Badge, Button, Checkbox, Group, Paper, Stack, Text } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type IncidentPerson, listPersons } from '../../api/crisis';
import { useLabel } from '../../i18n/use-label';
import { Distance } from '../../ui/instant';
import { type Selection, useSelection } from '../../ui/selection';
import { Empty, Failure, Loading } from '../../ui/states';
import { useSubdivisionName } from '../../ui/subdivision-select';
import { MoreButton, nameOf, Points, type TabProps } from './parts';
import { PersonFilters, usePersonFilter } from './person-filters';
import { RegisterDialog } from './register-dialog';
import { SeatDialog } from './seat-dialog';

/** The persons of an incident, whoever is in greatest need first. */
export function PersonsTab({ incident, zone, works }: TabProps) {
  const { t } = useTranslation('crisis');
  const { filter } = usePersonFilter();
  const [doing, setDoing] = useState<'register' | 'seat' | null>(null);
  const selection = useSelection();
  const pages = useInfiniteQuery({
    queryKey: ['incident', incident.id, 'persons', filter],
    queryFn: ({ pageParam }) => listPersons(incident.id, filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const persons = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const ticked = persons.filter(({ id }) => selection.has(id)).map(({ id }) => id);
  return (
    <>
      <PersonFilters incident={incident} zone={zone} />
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed" role="status">
          {pages.data && t('persons', { count: pages.data.pages[0]?.total ?? persons.length })}
        </Text>
        {works && (
          <Group gap="xs">
            <Button
              variant="default"
              disabled={ticked.length === 0}
              onClick={() => setDoing('seat')}
            >
              {ticked.length > 0 ? t('act.seatTicked', { count: ticked.length }) : t('act.seat')}
            </Button>
            <Button onClick={() => setDoing('register')}>{t('act.register')}</Button>
          </Group>
        )}
      </Group>
      {pages.isPending && <Loading />}
      {pages.isError && <Failure error={pages.error} retry={() => void pages.refetch()} />}
      {pages.data && persons.length === 0 && (
        <Paper>
          <Empty title={t('none.persons')} />
        </Paper>
      )}
      <Stack component="ul" gap="xs" className="plain-list">
        {persons.map((person) => (
          <PersonRow
            key={person.id}
            incident={incident}
            person={person}
            selection={works ? selection : null}
          />
        ))}
      </Stack>
      <MoreButton pages={pages} />
      {doing === 'register' && (
        <RegisterDialog incident={incident} onClose={() => setDoing(null)} />
      )}
      {doing === 'seat' && (
        <SeatDialog
          incidentId={incident.id}
          personIds={ticked}
          onClose={() => {
            selection.clear();
            setDoing(null);
          }}
        />
      )}
    </>
  );
}

interface RowProps {
  incident: TabProps['incident'];
  person: IncidentPerson;
  /** Null: nobody is ticked here. */
  selection: Selection | null;
}

function PersonRow({ incident, person, selection }: RowProps) {
  const { t } = useTranslation('crisis');
  const label = useLabel();
  const place = useSubdivisionName(incident.country);
  const open = person.needs.filter(({ state }) => state === 'open');
  const facts = [
    person.documentNumber,
    person.age !== null && t('years', { count: person.age }),
    person.partySize > 0 && t('party', { count: person.partySize }),
    person.subdivision && place(person.subdivision),
    label('namedBy', person.source),
  ];
  return (
    <Paper component="li" p="sm">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        {selection && (
          <Checkbox
            mt={3}
            aria-label={t('tick', { name: nameOf(person) })}
            checked={selection.has(person.id)}
            onChange={() => selection.toggle(person.id)}
          />
        )}
        <Stack gap={2} style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          <Group gap="xs">
            <Anchor
              component={Link}
              to={`/crises/${incident.id}/persons/${person.id}`}
              fw={600}
              underline="always"
            >
              {nameOf(person)}
            </Anchor>
            <Badge variant="light">{label('incidentPersonState', person.state)}</Badge>
          </Group>
          <Text size="sm" c="dimmed">
            {facts.filter(Boolean).join(' · ')} · <Distance to={person.registeredAt} />
          </Text>
          {open.length > 0 && (
            <Text size="sm">
              {t('needsNow', {
                needs: open.map(({ need }) => label('incidentNeed', need)).join(', '),
              })}
            </Text>
          )}
        </Stack>
        <Points priority={person.priority} />
      </Group>
    </Paper>
  );
}
