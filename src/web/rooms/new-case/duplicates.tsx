import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type DuplicateQuery, findDuplicates } from '../../api/people';
import type { PersonMatch } from '../../api/types';
import { useLabel } from '../../i18n/use-label';
import { Day } from '../../ui/instant';
import type { NewCaseForm } from './new-case-room';
import { knownPerson, type NewCaseValues } from './values';

/** Enough to look for somebody: a document, or a surname with some of the given names. */
function queryOf(values: NewCaseValues): DuplicateQuery | null {
  const document = values.documentNumber.trim();
  const named = values.firstSurname.trim().length >= 2 && values.givenNames.trim().length >= 2;
  if (!named && document.length < 6) return null;
  return {
    givenNames: values.givenNames.trim() || undefined,
    firstSurname: values.firstSurname.trim() || undefined,
    secondSurname: values.secondSurname.trim() || undefined,
    birthDate: values.birthDate || undefined,
    documents: document.length >= 6 ? [{ kind: values.documentKind, number: document }] : undefined,
  };
}

/** People already on file who may be the one being typed, each with why. */
export function Duplicates({ form }: { form: NewCaseForm }) {
  const { t } = useTranslation('new-case');
  const [query] = useDebouncedValue(queryOf(form.values), 300);
  const found = useQuery({
    queryKey: ['duplicates', query],
    queryFn: () => findDuplicates(query ?? {}),
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });
  const people = query ? (found.data?.items ?? []).slice(0, 4) : [];
  return (
    <div aria-live="polite">
      {people.length > 0 && (
        <Alert
          color="tinta"
          variant="light"
          bg="tinta.0"
          title={t('duplicates', { count: people.length })}
        >
          <Stack component="ul" gap="sm" className="plain-list">
            {people.map((person) => (
              <Candidate
                key={person.id}
                person={person}
                onChoose={() => form.setFieldValue('known', knownPerson(person))}
              />
            ))}
          </Stack>
        </Alert>
      )}
    </div>
  );
}

function Candidate({ person, onChoose }: { person: PersonMatch; onChoose: () => void }) {
  const { t } = useTranslation('new-case');
  const label = useLabel();
  const documents = person.documents
    .map(({ kind, number }) => `${label('document', kind)} ${number}`)
    .join(', ');
  return (
    <Group component="li" justify="space-between" gap="xs">
      <div>
        <Text fw={600} size="sm">
          {person.fullName}
        </Text>
        <Text size="xs" c="dimmed">
          {person.birthDate && (
            <>
              <Day on={person.birthDate} />
              {' · '}
            </>
          )}
          {[documents, ...person.why.map((why) => label('matchReason', why))]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <Button
        size="xs"
        variant="default"
        onClick={onChoose}
        aria-label={t('isThisOneNamed', { name: person.fullName })}
      >
        {t('isThisOne')}
      </Button>
    </Group>
  );
}
