import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONTACT_CHANNELS, RESTRICTION_GROUNDS } from '../../api/people-codes';
import { liftRestriction, restrictContact } from '../../api/people';
import type { Person, PersonTies } from '../../api/types';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { readerZone } from '../../time/format';
import { Instant } from '../../ui/instant';
import { usePostOptions, usePosts } from '../../ui/use-posts';
import { FieldsDialog, type FormField } from '../../ui/fields-dialog';
import { Section } from './section';

const LIFT: FormField[] = [{ name: 'reason', kind: 'long', required: true }];

/** "Do not contact": what stands first, and what was lifted. */
export function RestraintSection({ person, ties }: { person: Person; ties: PersonTies }) {
  const { t } = useTranslation('person');
  const label = useLabel();
  const can = useCan();
  const posts = usePosts();
  const postOptions = usePostOptions();
  const zone = readerZone();
  const [doing, setDoing] = useState<{ lift?: string } | null>(null);
  const writable = can('person.edit') && person.mergedInto === null;
  const restrict: FormField[] = [
    {
      name: 'channel',
      kind: 'select',
      options: ['contactChannel', CONTACT_CHANNELS],
      whenEmpty: 'everyChannel',
    },
    {
      name: 'postId',
      kind: 'select',
      whenEmpty: 'everyPost',
      choices: postOptions(posts.data ?? []),
    },
    {
      name: 'ground',
      kind: 'select',
      options: ['restrictionGround', RESTRICTION_GROUNDS],
      required: true,
    },
    { name: 'reason', kind: 'long', required: true, hint: 'hint.restrictionReason' },
    { name: 'until', kind: 'instant', hint: 'hint.restrictionUntil' },
  ];
  const rows = [...ties.restrictions].sort((a, b) => Number(b.current) - Number(a.current));
  return (
    <>
      <Section
        name="restraint"
        empty={rows.length === 0}
        add={writable ? ['restrict', () => setDoing({})] : undefined}
      >
        <Stack component="ul" gap="sm" className="plain-list">
          {rows.map((row) => {
            const scope = [
              row.channel ? label('contactChannel', row.channel) : t('everyChannel'),
              row.postCode ?? t('everyPost'),
            ].join(' · ');
            return (
              <li key={row.id}>
                <Group gap={6}>
                  <Text size="sm" fw={600}>
                    {scope}
                  </Text>
                  <Badge
                    size="xs"
                    color={row.current ? 'rojo' : 'gray.7'}
                    variant={row.current ? 'filled' : 'outline'}
                  >
                    {row.current ? t('inForce') : t(row.liftedAt ? 'lifted' : 'ended')}
                  </Badge>
                  {row.current && writable && (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      aria-label={t('liftNamed', { scope })}
                      onClick={() => setDoing({ lift: row.id })}
                    >
                      {t('act.lift')}
                    </Button>
                  )}
                </Group>
                <Text size="sm">{`${label('restrictionGround', row.ground)}: ${row.reason}`}</Text>
                <Text size="xs" c="dimmed">
                  {t('since')} <Instant at={row.since} zone={zone} inherit />
                  {row.until && (
                    <>
                      {' · '}
                      {t('until')} <Instant at={row.until} zone={zone} inherit />
                    </>
                  )}
                  {row.recordedBy && ` · ${row.recordedBy}`}
                </Text>
              </li>
            );
          })}
        </Stack>
      </Section>
      {doing && (
        <FieldsDialog
          catalogue="person"
          name={doing.lift ? 'lift' : 'restrict'}
          fields={doing.lift ? LIFT : restrict}
          zone={zone}
          send={(values, key) => {
            const { lift } = doing;
            if (lift) return liftRestriction(person.id, lift, values as never);
            return restrictContact(person.id, values as never, key);
          }}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  );
}
