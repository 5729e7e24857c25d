import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  addAlias,
  addContact,
  addDocument,
  withdrawAlias,
  withdrawContact,
  withdrawDocument,
} from '../../api/people';
import { DOCUMENT_KINDS } from '../../api/codes';
import {
  ALIAS_KINDS,
  ALIAS_WITHDRAWALS,
  CONTACT_WITHDRAWALS,
  DETAIL_KINDS,
  DOCUMENT_WITHDRAWALS,
} from '../../api/people-codes';
import type { Person, PersonTies } from '../../api/types';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { Day } from '../../ui/instant';
import { FieldsDialog, type FormField } from '../../ui/fields-dialog';
import { Section } from './section';

type Doing = { act: string; fields: FormField[]; send: Parameters<typeof FieldsDialog>[0]['send'] };

const reason = (vocabulary: string, codes: readonly string[]): FormField[] => [
  { name: 'reason', kind: 'select', options: [vocabulary, codes], required: true },
];

/** What a person is called, the documents they bear, and how they are reached. */
export function NamesSection({ person, ties }: { person: Person; ties: PersonTies }) {
  const { t } = useTranslation('person');
  const label = useLabel();
  const can = useCan();
  const [doing, setDoing] = useState<Doing | null>(null);
  const writable = can('person.edit') && person.mergedInto === null;
  const { id } = person;
  const adding = (act: string, fields: FormField[], send: Doing['send']) =>
    writable ? ([act, () => setDoing({ act, fields, send })] as const) : undefined;
  const withdraw = (name: string, fields: FormField[], send: Doing['send']) =>
    writable && (
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={t('withdrawNamed', { name })}
        onClick={() => setDoing({ act: 'withdraw', fields, send })}
      >
        {t('act.withdraw')}
      </Button>
    );
  return (
    <>
      <Section
        name="aliases"
        empty={ties.aliases.length === 0}
        add={adding(
          'addAlias',
          [
            {
              name: 'kind',
              kind: 'select',
              options: ['aliasKind', ALIAS_KINDS],
              initial: 'known_as',
            },
            { name: 'name', kind: 'text', required: true },
          ],
          (values, key) => addAlias(id, values as never, key),
        )}
      >
        <Stack component="ul" gap={4} className="plain-list">
          {ties.aliases.map((alias) => (
            <Group component="li" key={alias.id} gap="xs">
              <Text size="sm" fw={600}>
                {alias.name}
              </Text>
              <Text size="sm" c="dimmed">
                {label('aliasKind', alias.kind)}
              </Text>
              {withdraw(alias.name, reason('aliasWithdrawal', ALIAS_WITHDRAWALS), (values) =>
                withdrawAlias(id, alias.id, values as never),
              )}
            </Group>
          ))}
        </Stack>
      </Section>
      <Section
        name="documents"
        empty={person.documents.length === 0}
        add={adding(
          'addDocument',
          [
            { name: 'kind', kind: 'select', options: ['document', DOCUMENT_KINDS], initial: 'dni' },
            { name: 'number', kind: 'text', required: true },
            { name: 'issuingState', kind: 'text', hint: 'hint.issuingState' },
            { name: 'validUntil', kind: 'day' },
          ],
          (values, key) => addDocument(id, values as never, key),
        )}
      >
        <Stack component="ul" gap={4} className="plain-list">
          {person.documents.map((document) => (
            <Group component="li" key={document.id} gap="xs">
              <Text size="sm" fw={600}>
                {`${label('document', document.kind)} ${document.number}`}
              </Text>
              <Text size="sm" c="dimmed">
                {document.issuingState}
                {document.validUntil && (
                  <>
                    {' · '}
                    {t('validUntil')} <Day on={document.validUntil} />
                  </>
                )}
              </Text>
              {withdraw(document.number, reason('documentWithdrawal', DOCUMENT_WITHDRAWALS), (v) =>
                withdrawDocument(id, document.id, v as never),
              )}
            </Group>
          ))}
        </Stack>
      </Section>
      <Section
        name="contacts"
        empty={person.contacts.length === 0}
        add={adding(
          'addContact',
          [
            {
              name: 'kind',
              kind: 'select',
              options: ['detailKind', DETAIL_KINDS],
              initial: 'phone',
            },
            { name: 'value', kind: 'text', required: true },
            { name: 'note', kind: 'long', hint: 'hint.contactNote' },
            { name: 'safe', kind: 'check', hint: 'hint.safe' },
          ],
          (values, key) => addContact(id, values as never, key),
        )}
      >
        <Stack component="ul" gap="xs" className="plain-list">
          {person.contacts.map((contact) => (
            <li key={contact.id}>
              <Group gap="xs">
                <Text
                  size="sm"
                  fw={600}
                  td={contact.mayUse ? undefined : 'line-through'}
                  style={{ overflowWrap: 'anywhere' }}
                >
                  {contact.value}
                </Text>
                <Text size="sm" c="dimmed">
                  {label('detailKind', contact.kind)}
                </Text>
                {contact.safe && <Badge size="sm">{t('safe')}</Badge>}
                {!contact.mayUse && (
                  <Badge size="sm" color="rojo" variant="filled">
                    {t('doNotUse')}
                  </Badge>
                )}
                {withdraw(contact.value, reason('contactWithdrawal', CONTACT_WITHDRAWALS), (v) =>
                  withdrawContact(id, contact.id, v as never),
                )}
              </Group>
              {contact.note && <Text size="xs">{contact.note}</Text>}
            </li>
          ))}
        </Stack>
      </Section>
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
