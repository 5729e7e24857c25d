import { Alert, Anchor, Badge, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { GUARDIAN_GROUNDS, RELATION_KINDS, RELATION_SOURCES } from '../../api/people-codes';
import { addGuardian, addRelation, endGuardian, endRelation } from '../../api/people';
import type { Guardian, Person, PersonTies, Relation } from '../../api/types';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { Day } from '../../ui/instant';
import { FieldsDialog, type FormField } from '../../ui/fields-dialog';
import { Section } from './section';

/** The family as one would draw it: who stands beside, above, below, and the rest. */
const GROUPS = {
  couple: ['spouse', 'partner', 'former_partner'],
  elders: ['parent', 'step_parent', 'grandparent', 'guardian', 'uncle_aunt'],
  siblings: ['sibling', 'cousin', 'in_law'],
  children: ['child', 'step_child', 'grandchild', 'ward', 'nephew_niece'],
  others: ['carer', 'cared_for', 'friend', 'other_relative'],
} as const;

const RELATION: FormField[] = [
  { name: 'otherId', kind: 'person', required: true },
  {
    name: 'kind',
    kind: 'select',
    options: ['relation', RELATION_KINDS],
    required: true,
    hint: 'hint.relation',
  },
  {
    name: 'source',
    kind: 'select',
    options: ['relationSource', RELATION_SOURCES],
    initial: 'the_person',
  },
  { name: 'since', kind: 'day' },
  { name: 'note', kind: 'long' },
];
const GUARDIAN: FormField[] = [
  { name: 'guardianId', kind: 'person', required: true },
  { name: 'ground', kind: 'select', options: ['guardianGround', GUARDIAN_GROUNDS], required: true },
  { name: 'documentReference', kind: 'text', hint: 'hint.documentReference' },
  { name: 'since', kind: 'day', required: true },
  { name: 'until', kind: 'day' },
  { name: 'note', kind: 'long' },
];
const END: FormField[] = [{ name: 'until', kind: 'day', required: true }];

type Doing = { act: string; fields: FormField[]; send: Parameters<typeof FieldsDialog>[0]['send'] };

/** Relations as a family group, and legal guardians with their ground and dates. */
export function FamilySection({ person, ties }: { person: Person; ties: PersonTies }) {
  const { t } = useTranslation('person');
  const can = useCan();
  const [doing, setDoing] = useState<Doing | null>(null);
  const writable = can('person.edit') && person.mergedInto === null;
  const { id } = person;
  const end = (act: string, name: string, send: (until: string) => Promise<unknown>) =>
    writable && (
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={t('endNamed', { name })}
        onClick={() => setDoing({ act, fields: END, send: (v) => send(String(v['until'])) })}
      >
        {t('act.end')}
      </Button>
    );
  const adding = (act: string, fields: FormField[], send: Doing['send']) =>
    writable ? ([act, () => setDoing({ act, fields, send })] as const) : undefined;
  const unguarded = ties.guardianNeed && !ties.guardians.some(({ current }) => current);
  return (
    <>
      <Section
        name="family"
        empty={ties.relations.length === 0}
        add={adding('addRelation', RELATION, (v, key) => addRelation(id, v as never, key))}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          {Object.entries(GROUPS).map(([group, kinds]) => {
            const members = ties.relations.filter(({ kind }) =>
              (kinds as readonly string[]).includes(kind),
            );
            return (
              members.length > 0 && (
                <div key={group}>
                  <Title order={3} size="sm" mb={4}>
                    {t(`group.${group}` as never)}
                  </Title>
                  <Stack component="ul" gap="xs" className="plain-list">
                    {members.map((relation) => (
                      <Relative key={relation.id} relation={relation}>
                        {relation.until === null &&
                          end('end', relation.fullName, (until) =>
                            endRelation(id, relation.id, until),
                          )}
                      </Relative>
                    ))}
                  </Stack>
                </div>
              )
            );
          })}
        </SimpleGrid>
      </Section>
      {(ties.guardianNeed || ties.guardians.length > 0 || ties.wards.length > 0) && (
        <Section
          name="guardians"
          add={
            ties.guardianNeed
              ? adding('addGuardian', GUARDIAN, (v, key) => addGuardian(id, v as never, key))
              : undefined
          }
        >
          <Stack gap="sm">
            {unguarded && (
              <Alert
                color="tinta"
                variant="light"
                title={t(`guardianNeed.${ties.guardianNeed!}` as never)}
              >
                {t('guardianMissing')}
              </Alert>
            )}
            <Stack component="ul" gap="xs" className="plain-list">
              {ties.guardians.map((guardian) => (
                <GuardianRow key={guardian.id} guardian={guardian}>
                  {guardian.current &&
                    end('end', guardian.fullName, (until) => endGuardian(id, guardian.id, until))}
                </GuardianRow>
              ))}
              {ties.wards.map((ward) => (
                <GuardianRow key={ward.id} guardian={ward} ward />
              ))}
            </Stack>
          </Stack>
        </Section>
      )}
      {doing && (
        <FieldsDialog
          catalogue="person"
          name={doing.act}
          fields={doing.fields}
          send={doing.send}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  );
}

function Relative({ relation, children }: { relation: Relation; children: React.ReactNode }) {
  const { t } = useTranslation('person');
  const label = useLabel();
  return (
    <li>
      <Group gap={6}>
        <Anchor component={Link} to={`/people/${relation.personId}`} size="sm" fw={600}>
          {relation.fullName}
        </Anchor>
        {relation.until && (
          <Badge size="xs" variant="outline">
            {t('ended')}
          </Badge>
        )}
        {children}
      </Group>
      <Text size="xs" c="dimmed">
        {[label('relation', relation.kind), label('relationSource', relation.source)].join(' · ')}
        {relation.since && (
          <>
            {' · '}
            {t('since')} <Day on={relation.since} />
          </>
        )}
        {relation.until && (
          <>
            {' · '}
            {t('until')} <Day on={relation.until} />
          </>
        )}
      </Text>
      {relation.note && <Text size="xs">{relation.note}</Text>}
    </li>
  );
}

function GuardianRow({
  guardian,
  ward,
  children,
}: {
  guardian: Guardian;
  ward?: boolean;
  children?: React.ReactNode;
}) {
  const { t } = useTranslation('person');
  const label = useLabel();
  return (
    <li>
      <Group gap={6}>
        <Anchor component={Link} to={`/people/${guardian.personId}`} size="sm" fw={600}>
          {guardian.fullName}
        </Anchor>
        <Badge size="xs" variant={guardian.current ? 'light' : 'outline'}>
          {guardian.current ? t(ward ? 'actsFor' : 'actsToday') : t('ended')}
        </Badge>
        {children}
      </Group>
      <Text size="xs" c="dimmed">
        {[label('guardianGround', guardian.ground), guardian.documentReference]
          .filter(Boolean)
          .join(' · ')}
        {' · '}
        {t('since')} <Day on={guardian.since} />
        {guardian.until && (
          <>
            {' · '}
            {t('until')} <Day on={guardian.until} />
          </>
        )}
      </Text>
    </li>
  );
}
