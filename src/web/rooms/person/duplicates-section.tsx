import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { duplicatesOfPerson, mergesOfPerson, undoMerge } from '../../api/people';
import type { Merge, Person } from '../../api/types';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { readerZone } from '../../time/format';
import { Day, Instant } from '../../ui/instant';
import { Failure, Loading } from '../../ui/states';
import { CompareDialog } from './compare-dialog';
import { FieldsDialog } from '../../ui/fields-dialog';
import { Section } from './section';

/** Who else on file may be this person, with why; comparing leads to merging or to telling apart. */
export function DuplicatesSection({ person }: { person: Person }) {
  const { t } = useTranslation('person');
  const label = useLabel();
  const can = useCan();
  const [comparing, setComparing] = useState<string | null>(null);
  const found = useQuery({
    queryKey: ['duplicates-of', person.id, person.version],
    queryFn: () => duplicatesOfPerson(person.id),
  });
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failure error={found.error} />;
  return (
    <Section name="duplicates" empty={found.data.items.length === 0}>
      <Stack component="ul" gap="sm" className="plain-list">
        {found.data.items.map((match) => (
          <Group component="li" key={match.id} justify="space-between" gap="xs">
            <div>
              <Text size="sm" fw={600}>
                {match.fullName}
              </Text>
              <Text size="xs" c="dimmed">
                {match.birthDate && (
                  <>
                    <Day on={match.birthDate} />
                    {' · '}
                  </>
                )}
                {match.why.map((why) => label('matchReason', why)).join(' · ')}
              </Text>
            </div>
            {can('person.merge') && (
              <Button
                size="xs"
                variant="default"
                aria-label={t('compareNamed', { name: match.fullName })}
                onClick={() => setComparing(match.id)}
              >
                {t('compare')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
      {comparing && (
        <CompareDialog one={person.id} two={comparing} onClose={() => setComparing(null)} />
      )}
    </Section>
  );
}

/** Both histories: what was made one, what was parted again, by whom and why. */
export function MergesSection({ person }: { person: Person }) {
  const { t } = useTranslation('person');
  const can = useCan();
  const zone = readerZone();
  const [undoing, setUndoing] = useState<Merge | null>(null);
  const past = useQuery({
    queryKey: ['merges-of', person.id],
    queryFn: () => mergesOfPerson(person.id),
  });
  if (past.isPending) return <Loading />;
  if (past.isError) return <Failure error={past.error} />;
  if (past.data.items.length === 0) return null;
  return (
    <Section name="merges">
      <Stack component="ul" gap="sm" className="plain-list">
        {past.data.items.map((merge) => (
          <li key={merge.id}>
            <Group gap="xs">
              <Text size="sm" fw={600}>
                {t('mergedInto', { duplicate: merge.personName, survivor: merge.survivorName })}
              </Text>
              {!merge.undoneAt && can('person.merge') && person.mergedInto === null && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t('undoNamed', { name: merge.personName })}
                  onClick={() => setUndoing(merge)}
                >
                  {t('act.undoMerge')}
                </Button>
              )}
            </Group>
            <Text size="xs" c="dimmed">
              <Instant at={merge.mergedAt} zone={zone} inherit />
              {[merge.mergedBy, merge.reason].filter(Boolean).map((said) => ` · ${said}`)}
            </Text>
            {merge.undoneAt && (
              <Text size="xs" c="dimmed">
                {t('undone')} <Instant at={merge.undoneAt} zone={zone} inherit />
                {[merge.undoneBy, merge.undoneReason].filter(Boolean).map((said) => ` · ${said}`)}
              </Text>
            )}
          </li>
        ))}
      </Stack>
      {undoing && (
        <FieldsDialog
          catalogue="person"
          name="undoMerge"
          about={<Text size="sm">{t('aboutUndo')}</Text>}
          fields={[{ name: 'reason', kind: 'long', required: true }]}
          send={(values, key) =>
            undoMerge(person.id, undoing.id, person.version, String(values['reason']), key)
          }
          onClose={() => setUndoing(null)}
        />
      )}
    </Section>
  );
}
