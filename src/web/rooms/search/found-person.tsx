import { Paper, Text } from '@mantine/core';
import type { PersonMatch } from '../../api/types';
import { useLabel } from '../../i18n/use-label';
import { Day } from '../../ui/instant';

/** A person among the answers, with what tells them apart and why they matched. */
export function FoundPersonCard({ person }: { person: PersonMatch }) {
  const label = useLabel();
  const documents = person.documents.map(
    ({ kind, number }) => `${label('document', kind)} ${number}`,
  );
  return (
    <Paper component="li" p="md">
      <Text fw={640}>{person.fullName}</Text>
      <Text size="sm" c="dimmed">
        {person.birthDate && (
          <>
            <Day on={person.birthDate} />
            {' · '}
          </>
        )}
        {[label('sex', String(person.sex)), ...documents].join(' · ')}
      </Text>
      <Text size="xs" c="dimmed">
        {person.why.map((why) => label('matchReason', why)).join(' · ')}
      </Text>
    </Paper>
  );
}
