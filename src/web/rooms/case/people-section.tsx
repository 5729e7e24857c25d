import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PERSON_ROLES } from '../../api/codes';
import { ATTEMPT_OUTCOMES, CONTACT_CHANNELS } from '../../api/people-codes';
import { addCasePerson, attemptsOfCase, endCasePerson, recordAttempt } from '../../api/cases';
import type { CaseFile } from '../../api/types';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { nowAt } from '../../time/zoned';
import { Day } from '../../ui/instant';
import { Attempts } from '../person/cases-section';
import { FieldsDialog, type FormField } from '../../ui/fields-dialog';
import { AttemptDialog } from '../safe-contact/attempt-dialog';
import { safeContactComesFirst } from '../safe-contact/safe-contact-section';

type Part = CaseFile['people'][number];
type Doing = { name: 'addPerson' | 'recordAttempt' } | { name: 'endPart'; part: Part };

/** Who takes part in the case, and the attempts to reach them. */
export function PeopleSection({ file, zone }: { file: CaseFile; zone: string }) {
  const { t } = useTranslation(['cases', 'person']);
  const can = useCan();
  const [doing, setDoing] = useState<Doing | null>(null);
  const open = file.closedAt === null;
  return (
    <Stack gap="lg">
      <Paper component="section">
        <Group justify="space-between" mb="sm" gap="xs">
          <Title order={2}>{t('people')}</Title>
          {open && can('case.edit') && (
            <Button size="xs" variant="default" onClick={() => setDoing({ name: 'addPerson' })}>
              {t('person:act.addPerson')}
            </Button>
          )}
        </Group>
        <Stack component="ul" gap="sm" className="plain-list">
          {file.people.map((part) => (
            <PartRow
              key={part.id}
              part={part}
              end={
                open && can('case.edit') && !part.until && part.personId !== file.personId
                  ? () => setDoing({ name: 'endPart', part })
                  : undefined
              }
            />
          ))}
        </Stack>
      </Paper>
      <AttemptsOfCase
        file={file}
        record={
          open && can('contact.record') ? () => setDoing({ name: 'recordAttempt' }) : undefined
        }
      />
      {doing && <PartDialog file={file} zone={zone} doing={doing} onClose={() => setDoing(null)} />}
    </Stack>
  );
}

function PartRow({ part, end }: { part: Part; end?: () => void }) {
  const { t } = useTranslation('person');
  const label = useLabel();
  const can = useCan();
  return (
    <li>
      <Group gap="xs">
        {can('person.read') ? (
          <Anchor component={Link} to={`/people/${part.personId}`} size="sm" fw={600}>
            {part.fullName}
          </Anchor>
        ) : (
          <Text size="sm" fw={600}>
            {part.fullName}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {label('personRole', part.role)}
        </Text>
        {part.until && (
          <Badge size="xs" variant="outline">
            {t('ended')}
          </Badge>
        )}
        {end && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('endNamed', { name: part.fullName })}
            onClick={end}
          >
            {t('act.end')}
          </Button>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {part.birthDate && <Day on={part.birthDate} />}
        {part.documents
          .map(({ kind, number }) => ` · ${label('document', kind)} ${number}`)
          .join('')}
      </Text>
    </li>
  );
}

function AttemptsOfCase({ file, record }: { file: CaseFile; record?: () => void }) {
  const { t } = useTranslation('person');
  const attempts = useQuery({
    queryKey: ['attempts-of-case', file.id],
    queryFn: () => attemptsOfCase(file.id),
  });
  const items = attempts.data?.items ?? [];
  return (
    <Paper component="section">
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2}>{t('section.attempts')}</Title>
        {record && (
          <Button size="xs" variant="default" onClick={record}>
            {t('act.recordAttempt')}
          </Button>
        )}
      </Group>
      {items.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('none.attempts')}
        </Text>
      ) : (
        <Attempts items={items} />
      )}
    </Paper>
  );
}

function PartDialog({
  file,
  zone,
  doing,
  onClose,
}: {
  file: CaseFile;
  zone: string;
  doing: Doing;
  onClose: () => void;
}) {
  const { t } = useTranslation('person');
  const people = [
    ...new Map(
      file.people
        .filter(({ until }) => !until)
        .map(({ personId, fullName }) => [personId, { value: personId, label: fullName }]),
    ).values(),
  ];
  if (doing.name === 'endPart') {
    return (
      <FieldsDialog
        catalogue="person"
        name="endPart"
        about={<Text size="sm">{t('aboutEndPart', { name: doing.part.fullName })}</Text>}
        fields={[]}
        send={() => endCasePerson(file.id, doing.part.id)}
        action={t('act.end')}
        onClose={onClose}
      />
    );
  }
  const adding = doing.name === 'addPerson';
  if (!adding && safeContactComesFirst(file)) {
    return <AttemptDialog file={file} zone={zone} onClose={onClose} />;
  }
  const fields: FormField[] = adding
    ? [
        { name: 'personId', kind: 'person', required: true },
        { name: 'role', kind: 'select', options: ['personRole', PERSON_ROLES], required: true },
        { name: 'note', kind: 'long' },
      ]
    : [
        { name: 'personId', kind: 'select', choices: people, initial: people[0]?.value },
        {
          name: 'channel',
          kind: 'select',
          options: ['contactChannel', CONTACT_CHANNELS],
          initial: 'telephone',
        },
        {
          name: 'outcome',
          kind: 'select',
          options: ['attemptOutcome', ATTEMPT_OUTCOMES],
          required: true,
        },
        { name: 'occurredAt', kind: 'instant', initial: nowAt(zone), required: true },
        ...(file.minor
          ? [{ name: 'nothingTold', kind: 'check', hint: 'nothingToldHint' } as const]
          : []),
        { name: 'note', kind: 'long' },
      ];
  return (
    <FieldsDialog
      catalogue="person"
      name={doing.name}
      fields={fields}
      zone={zone}
      send={(values, key) =>
        adding
          ? addCasePerson(file.id, values as never, key)
          : recordAttempt(file.id, values as never, key)
      }
      onClose={onClose}
    />
  );
}
