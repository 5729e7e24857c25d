import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { attemptsOfPerson, casesOfPerson } from '../../api/people';
import type { Attempt } from '../../api/types';
import { useLabel } from '../../i18n/use-label';
import { Due } from '../../ui/due';
import { Instant } from '../../ui/instant';
import { Failure, Loading } from '../../ui/states';
import { Section } from './section';

/** All cases of the person that the reader may see, whichever of their records they were written for. */
export function CasesSection({ id }: { id: string }) {
  const label = useLabel();
  const cases = useQuery({ queryKey: ['cases-of', id], queryFn: () => casesOfPerson(id) });
  if (cases.isPending) return <Loading />;
  if (cases.isError) return <Failure error={cases.error} />;
  return (
    <Section name="cases" empty={cases.data.items.length === 0}>
      <Stack component="ul" gap="xs" className="plain-list">
        {cases.data.items.map((row) => (
          <li key={row.id}>
            <Group gap="xs">
              <Anchor component={Link} to={`/cases/${row.id}`} size="sm" fw={600}>
                {row.reference}
              </Anchor>
              <Text size="sm" c="dimmed">
                {[label('type', row.type), row.postCode].join(' · ')}
              </Text>
              <Badge size="xs" variant={row.closedAt ? 'outline' : 'light'}>
                {label('status', row.status)}
              </Badge>
            </Group>
            {row.nextDueAt && <Due at={row.nextDueAt} zone={row.timeZone} />}
          </li>
        ))}
      </Stack>
    </Section>
  );
}

/** Who tried to reach the person, how, when, and what came of it. */
export function AttemptsSection({ id }: { id: string }) {
  const attempts = useQuery({ queryKey: ['attempts-of', id], queryFn: () => attemptsOfPerson(id) });
  if (attempts.isPending) return <Loading />;
  if (attempts.isError) return <Failure error={attempts.error} />;
  return (
    <Section name="attempts" empty={attempts.data.items.length === 0}>
      <Attempts items={attempts.data.items} withCase />
    </Section>
  );
}

/** Attempts, the newest first; with the person's name, or the case's number on the page of a person. */
export function Attempts({ items, withCase }: { items: readonly Attempt[]; withCase?: boolean }) {
  const label = useLabel();
  return (
    <Stack component="ul" gap="xs" className="plain-list">
      {items.map((attempt) => (
        <li key={attempt.id}>
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {label('attemptOutcome', attempt.outcome)}
            </Text>
            <Text size="sm" c="dimmed">
              {label('contactChannel', attempt.channel)}
            </Text>
            {withCase ? (
              <Anchor component={Link} to={`/cases/${attempt.caseId}`} size="sm">
                {attempt.caseReference}
              </Anchor>
            ) : (
              <Text size="sm">{attempt.fullName}</Text>
            )}
          </Group>
          <Text size="xs" c="dimmed">
            <Instant at={attempt.occurredAt} zone={attempt.timeZone} inherit />
            {attempt.recordedBy && ` · ${attempt.recordedBy}`}
          </Text>
          {(attempt.address || attempt.codeWordGiven !== null) && (
            <Text size="xs">
              {[
                attempt.address,
                attempt.codeWordGiven !== null && label('codeWord', String(attempt.codeWordGiven)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          )}
          {attempt.overridden && (
            <Text size="xs" fw={600}>
              {label('safeContactRefusal', attempt.overridden)}: {attempt.dangerToLife}
            </Text>
          )}
          {attempt.note && <Text size="xs">{attempt.note}</Text>}
        </li>
      ))}
    </Stack>
  );
}
