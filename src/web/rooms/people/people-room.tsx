import {
  Anchor,
  Badge,
  Button,
  Collapse,
  Group,
  Paper,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { casesOfPerson, searchPeople } from '../../api/people';
import type { PersonMatch } from '../../api/types';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { Day } from '../../ui/instant';
import { RoomHeader } from '../../ui/room-header';
import { Empty, Failure, Forbidden, Loading } from '../../ui/states';

/** Finds anyone by a misspelt name or a document. What was typed never enters the address. */
export function PeopleRoom() {
  const { t } = useTranslation('people');
  const can = useCan();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 300);
  const found = useQuery({
    queryKey: ['people', q],
    queryFn: ({ signal }) => searchPeople(q, signal),
    enabled: q.length >= 3,
    placeholderData: keepPreviousData,
  });
  if (!can('person.read')) return <Forbidden />;
  const people = q.length >= 3 ? found.data?.items : undefined;
  return (
    <>
      <RoomHeader title={t('title')} hint={t('hint')}>
        {can('person.merge') && (
          <Button component={Link} to="/people/duplicates" variant="default">
            {t('desk')}
          </Button>
        )}
      </RoomHeader>
      <Stack maw={860}>
        <TextInput
          type="search"
          label={t('search')}
          size="md"
          leftSection={<IconSearch size={18} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoFocus
          autoComplete="off"
        />
        {q.length < 3 && <Empty title={t('begin')}>{t('beginDetail')}</Empty>}
        {q.length >= 3 && found.isPending && <Loading />}
        {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
        {people && (
          <>
            <Text size="sm" c="dimmed" role="status">
              {t('found', { count: people.length })}
            </Text>
            {people.length === 0 ? (
              <Paper>
                <Empty title={t('none')}>{t('noneDetail')}</Empty>
              </Paper>
            ) : (
              <Stack component="ul" gap="xs" className="plain-list">
                {people.map((person) => (
                  <PersonCard key={person.id} person={person} />
                ))}
              </Stack>
            )}
          </>
        )}
      </Stack>
    </>
  );
}

function PersonCard({ person }: { person: PersonMatch }) {
  const { t } = useTranslation('people');
  const label = useLabel();
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <Paper component="li" p="md">
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Group gap={6}>
            <Anchor component={Link} to={`/people/${person.id}`} fw={640}>
              {person.fullName}
            </Anchor>
            <Badge size="xs" variant="outline">
              {label('identity', person.identity)}
            </Badge>
          </Group>
          <Text size="sm" c="dimmed">
            {person.birthDate && (
              <>
                <Day on={person.birthDate} />
                {' · '}
              </>
            )}
            {[
              label('sex', String(person.sex)),
              ...person.documents.map(({ kind, number }) => `${label('document', kind)} ${number}`),
            ].join(' · ')}
          </Text>
          {person.why?.length > 0 && (
            <Text size="xs" c="dimmed">
              {person.why.map((why) => label('matchReason', why)).join(' · ')}
              {person.foundAs && ` · ${person.foundAs}`}
            </Text>
          )}
        </div>
        <Button
          size="xs"
          variant="default"
          onClick={toggle}
          aria-expanded={opened}
          aria-label={t('casesOf', { name: person.fullName })}
        >
          {t('cases')}
        </Button>
      </Group>
      <Collapse expanded={opened}>{opened && <CasesOf personId={person.id} />}</Collapse>
    </Paper>
  );
}

function CasesOf({ personId }: { personId: string }) {
  const { t } = useTranslation('people');
  const label = useLabel();
  const cases = useQuery({
    queryKey: ['cases-of', personId],
    queryFn: () => casesOfPerson(personId),
  });
  if (cases.isPending) return <Loading />;
  if (cases.isError) return <Failure error={cases.error} />;
  if (cases.data.items.length === 0) {
    return (
      <Text size="sm" c="dimmed" mt="sm">
        {t('noCases')}
      </Text>
    );
  }
  return (
    <Stack component="ul" gap={4} mt="sm" className="plain-list">
      {cases.data.items.map((row) => (
        <Group component="li" key={row.id} gap="xs">
          <Anchor component={Link} to={`/cases/${row.id}`} size="sm">
            {row.reference}
          </Anchor>
          <Text size="sm" c="dimmed">
            {[label('type', row.type), label('status', row.status)].join(' · ')}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
