import { Alert, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordAttempt } from '../../api/cases';
import { ATTEMPT_OUTCOMES, CONTACT_CHANNELS } from '../../api/people-codes';
import { ApiError } from '../../api/problem';
import type { CaseFile, Schemas } from '../../api/types';
import { useLabel, useOptions } from '../../i18n/use-label';
import { nowAt, toInstant } from '../../time/zoned';
import { FormDialog } from '../../ui/form-dialog';
import { InstantInput } from '../../ui/instant-input';

const OTHER = 'other';
const EMPTY = {
  personId: '',
  /** Position of an arranged way, or `other`. */
  way: '0',
  channel: 'telephone',
  address: '',
  outcome: '',
  codeWordGiven: '',
  occurredAt: '',
  note: '',
  dangerToLife: '',
  nothingTold: false,
};
type Values = typeof EMPTY;

interface Props {
  file: CaseFile;
  zone: string;
  onClose: () => void;
}

/** An attempt to reach a person with whom safe contact is arranged: by one of the agreed ways. */
export function AttemptDialog({ file, zone, onClose }: Props) {
  const { t } = useTranslation(['safe-contact', 'person', 'common']);
  const label = useLabel();
  const options = useOptions();
  const [refused, setRefused] = useState(false);
  const people = [
    ...new Map(file.people.filter((p) => !p.until).map((p) => [p.personId, p.fullName])),
  ];
  const needed = (value: string) => (value ? null : t('common:form.required'));
  const form = useForm<Values>({
    initialValues: { ...EMPTY, personId: people[0]?.[0] ?? '', occurredAt: nowAt(zone) },
    validate: { outcome: needed, occurredAt: needed },
  });
  const { values } = form;
  const contact = file.safeContacts?.find(({ personId }) => personId === values.personId);
  const way = contact?.ways[Number(values.way)];
  const free = !contact || values.way === OTHER;
  const asksWord = values.outcome === 'reached' && Boolean(contact?.codeWord);
  const send = async (key: string) => {
    const body = {
      personId: values.personId,
      channel: free ? values.channel : way?.channel,
      address: (free ? values.address : way?.address) || undefined,
      outcome: values.outcome,
      codeWordGiven: asksWord && values.codeWordGiven ? values.codeWordGiven === 'true' : undefined,
      occurredAt: toInstant(values.occurredAt, zone),
      note: values.note || undefined,
      nothingTold: values.nothingTold || undefined,
      dangerToLife: refused ? values.dangerToLife || undefined : undefined,
    } as Schemas['ContactAttemptRequest'];
    try {
      await recordAttempt(file.id, body, key);
    } catch (error) {
      if (error instanceof ApiError && error.problem.code.startsWith('SAFE_CONTACT_')) {
        setRefused(true);
      }
      throw error;
    }
  };
  return (
    <FormDialog
      title={t('person:act.recordAttempt')}
      form={form}
      done={t('person:done.recordAttempt')}
      send={(_, { key }) => send(key ?? '')}
      onClose={onClose}
    >
      <NativeSelect
        label={t('person:field.personId')}
        data={people.map(([value, name]) => ({ value, label: name }))}
        {...form.getInputProps('personId')}
      />
      {contact && (
        <NativeSelect
          label={t('attempt.way')}
          data={[
            ...contact.ways.map(({ channel, address }, i) => ({
              value: String(i),
              label: [label('contactChannel', channel), address].filter(Boolean).join(' · '),
            })),
            { value: OTHER, label: t('attempt.other') },
          ]}
          {...form.getInputProps('way')}
        />
      )}
      {free && (
        <>
          <NativeSelect
            label={t('channel')}
            data={options('contactChannel', CONTACT_CHANNELS)}
            {...form.getInputProps('channel')}
          />
          <TextInput label={t('address')} autoComplete="off" {...form.getInputProps('address')} />
        </>
      )}
      <NativeSelect
        label={t('person:field.outcome')}
        withAsterisk
        data={[
          { value: '', label: label('choose', 'one') },
          ...options('attemptOutcome', ATTEMPT_OUTCOMES),
        ]}
        {...form.getInputProps('outcome')}
      />
      {asksWord && (
        <NativeSelect
          label={t('attempt.codeWordGiven')}
          withAsterisk
          data={[
            { value: '', label: label('choose', 'one') },
            { value: 'true', label: label('riskAnswer', 'yes') },
            { value: 'false', label: label('riskAnswer', 'no') },
          ]}
          {...form.getInputProps('codeWordGiven')}
        />
      )}
      <InstantInput
        label={t('person:field.occurredAt')}
        description={t('common:form.localTime', { zone })}
        withAsterisk
        {...form.getInputProps('occurredAt')}
      />
      {file.minor && (
        <Checkbox
          label={t('person:field.nothingTold')}
          description={t('person:nothingToldHint')}
          {...form.getInputProps('nothingTold', { type: 'checkbox' })}
        />
      )}
      <Textarea
        label={t('person:field.note')}
        autosize
        minRows={2}
        {...form.getInputProps('note')}
      />
      {refused && (
        <Alert variant="light" color="gray" title={t('attempt.notAllowed')}>
          <Textarea
            label={t('attempt.dangerToLife')}
            description={t('attempt.dangerToLifeHint')}
            autosize
            minRows={2}
            {...form.getInputProps('dangerToLife')}
          />
        </Alert>
      )}
    </FormDialog>
  );
}
