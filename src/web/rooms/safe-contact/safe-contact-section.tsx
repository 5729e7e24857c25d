import { Alert, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SafeContact } from '../../api/safe-contact';
import type { CaseFile } from '../../api/types';
import { useLabel } from '../../i18n/use-label';
import { formatInstant } from '../../time/format';
import type { SectionProps } from '../case/sections';
import { languageName } from './languages';
import { SafeContactDialog } from './safe-contact-dialog';

interface Arranging {
  personId: string;
  fullName: string;
  current?: SafeContact;
}

/** Whether the page leads with it: it is needed, or something is arranged. */
export const safeContactComesFirst = (file: CaseFile): boolean =>
  file.tier === 'sealed' || (file.safeContacts?.length ?? 0) > 0;

/** How the people of the case may be reached, and how never. */
export function SafeContactSection({ file }: SectionProps) {
  const { t } = useTranslation('safe-contact');
  const [arranging, setArranging] = useState<Arranging | null>(null);
  const contacts = file.safeContacts ?? [];
  const editable = file.allowed.includes('edit');
  const without = file.people.filter(
    ({ personId, role, until }) =>
      !until &&
      (role === 'beneficiary' || role === 'dependant') &&
      !contacts.some((contact) => contact.personId === personId),
  );
  return (
    <Paper component="section">
      <Title order={2} mb="sm">
        {t('title')}
      </Title>
      <Stack gap="lg">
        {contacts.length === 0 && (
          <Text size="sm" c="dimmed">
            {t(file.tier === 'sealed' ? 'requiredFirst' : 'none')}
          </Text>
        )}
        {contacts.map((contact) => (
          <Arrangement
            key={contact.personId}
            contact={contact}
            change={
              editable
                ? () =>
                    setArranging({
                      personId: contact.personId,
                      fullName: contact.fullName,
                      current: contact,
                    })
                : undefined
            }
          />
        ))}
        {editable && without.length > 0 && (
          <Group gap="xs">
            {without.map(({ personId, fullName }) => (
              <Button
                key={personId}
                size="xs"
                variant={contacts.length === 0 ? 'filled' : 'default'}
                onClick={() => setArranging({ personId, fullName })}
                style={{ height: 'auto', paddingBlock: 6 }}
                styles={{ label: { whiteSpace: 'normal' } }}
              >
                {t('arrangeFor', { name: fullName })}
              </Button>
            ))}
          </Group>
        )}
      </Stack>
      {arranging && (
        <SafeContactDialog file={file} {...arranging} onClose={() => setArranging(null)} />
      )}
    </Paper>
  );
}

function Arrangement({ contact, change }: { contact: SafeContact; change?: () => void }) {
  const { t, i18n } = useTranslation('safe-contact');
  const label = useLabel();
  const hours = contact.hours.map(
    ({ days, from, to }) =>
      `${days.map((day) => label('weekday', String(day))).join(', ')} · ${from}–${to}`,
  );
  const facts: [string, string | null][] = [
    [t('hours'), hours.join('; ') || t('anyHour')],
    [t('timeZone'), contact.timeZone],
    [t('language'), languageName(contact.language, i18n.language)],
    [t('seenBy'), contact.seenBy],
    [t('neutralText'), contact.neutralText],
    [t('note'), contact.note],
  ];
  return (
    <Stack gap={6} style={{ overflowWrap: 'anywhere' }}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{contact.fullName}</Text>
        {change && (
          <Button size="xs" variant="default" onClick={change}>
            {t('change')}
          </Button>
        )}
      </Group>
      <Alert variant="light" color={contact.openNow ? 'tinta' : 'gray'} py="xs">
        {contact.openNow
          ? t('openNow')
          : contact.opensAt
            ? t('closedUntil', {
                at: formatInstant(contact.opensAt, contact.timeZone, i18n.language),
              })
            : t('closed')}
      </Alert>
      <Stack component="ul" gap={2} className="plain-list">
        {contact.ways.map((way, i) => (
          <Text component="li" size="sm" key={i}>
            {[
              label('contactChannel', way.channel),
              way.address,
              t(way.mayLeaveMessage ? 'messages' : 'noMessages'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        ))}
      </Stack>
      {contact.codeWord && <CodeWord word={contact.codeWord} />}
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <Text size="sm" key={name}>
            <Text span c="dimmed" inherit>
              {name}:
            </Text>{' '}
            {value}
          </Text>
        ))}
      <Group gap="xs">
        <Badge size="xs" variant="outline">
          {t('version', { version: contact.version })}
        </Badge>
        {contact.recordedBy && (
          <Text size="xs" c="dimmed">
            {contact.recordedBy}
          </Text>
        )}
      </Group>
    </Stack>
  );
}

/** Shown when asked for: somebody may be looking over the officer's shoulder. */
function CodeWord({ word }: { word: string }) {
  const { t } = useTranslation('safe-contact');
  const [shown, setShown] = useState(false);
  return (
    <Group gap="xs">
      <Text size="sm">
        <Text span c="dimmed" inherit>
          {t('codeWord')}:
        </Text>{' '}
        {shown ? word : '••••••'}
      </Text>
      {!shown && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => setShown(true)}
          aria-label={`${t('showCodeWord')}: ${t('codeWord')}`}
        >
          {t('showCodeWord')}
        </Button>
      )}
    </Group>
  );
}
