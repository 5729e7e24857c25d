import { Checkbox, NativeSelect, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type Consent, recordConsent, withdrawConsent } from '../../api/sharing';
import * as codes from '../../api/sharing-codes';
import type { CaseFile, Schemas } from '../../api/types';
import { useOptions } from '../../i18n/use-label';
import { FormDialog } from '../../ui/form-dialog';

/** The people of a case as options. */
export const peopleOf = (file: CaseFile): { value: string; label: string }[] => [
  ...new Map(
    file.people.map(({ personId, fullName }) => [personId, { value: personId, label: fullName }]),
  ).values(),
];

/** From the API's path of a recipient to the field on screen. */
export const recipientField = (path: string): string =>
  path.startsWith('recipient') ? 'recipientName' : path;

export const recipientOf = (values: { recipientKind: string; recipientName: string }) => ({
  kind: values.recipientKind as Schemas['RecipientRequest']['kind'],
  name: values.recipientName.trim() || undefined,
});

export function ConsentDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const { t } = useTranslation(['access', 'common']);
  const options = useOptions();
  const people = peopleOf(file);
  const form = useForm({
    initialValues: {
      personId: file.personId ?? people[0]?.value ?? '',
      decision: 'granted',
      purpose: 'inform_family',
      recipientKind: 'family',
      recipientName: '',
      categories: ['identity', 'case_progress'] as string[],
      givenBy: 'person',
      form: 'signed',
      note: '',
    },
    validate: { categories: (list) => (list.length > 0 ? null : t('common:form.required')) },
  });
  const select = (name: keyof typeof form.values, vocabulary: string, list: readonly string[]) => (
    <NativeSelect
      label={t(`consent.${name}` as 'consent.purpose')}
      data={options(vocabulary, list)}
      {...form.getInputProps(name)}
    />
  );
  return (
    <FormDialog
      title={t('consent.record')}
      size="lg"
      form={form}
      done={t('consent.recorded')}
      rename={recipientField}
      send={({ recipientKind, recipientName, note, ...values }, sending) =>
        recordConsent(
          file.id,
          {
            ...values,
            recipient: recipientOf({ recipientKind, recipientName }),
            note: note || undefined,
          } as Schemas['RecordConsentRequest'],
          sending,
        )
      }
      onClose={onClose}
    >
      <NativeSelect
        label={t('consent.personId')}
        data={people}
        {...form.getInputProps('personId')}
      />
      {select('decision', 'consentDecision', codes.CONSENT_DECISIONS)}
      {select('purpose', 'purpose', codes.PURPOSES)}
      {select('recipientKind', 'recipientKind', codes.RECIPIENT_KINDS)}
      <TextInput
        label={t('consent.recipientName')}
        description={t('consent.recipientHint')}
        autoComplete="off"
        {...form.getInputProps('recipientName')}
      />
      <Checkbox.Group label={t('consent.categories')} {...form.getInputProps('categories')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
          {options('dataCategory', codes.DATA_CATEGORIES).map(({ value, label }) => (
            <Checkbox key={value} value={value} label={label} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      {select('givenBy', 'consentGiver', codes.CONSENT_GIVERS)}
      {select('form', 'consentForm', codes.CONSENT_FORMS)}
      <Text size="xs" c="dimmed">
        {t('consent.ages')}
      </Text>
      <Textarea label={t('note')} autosize {...form.getInputProps('note')} />
    </FormDialog>
  );
}

interface WithdrawProps {
  file: CaseFile;
  consent: Consent;
  onClose: () => void;
}

export function WithdrawDialog({ file, consent, onClose }: WithdrawProps) {
  const { t } = useTranslation('access');
  const options = useOptions();
  const form = useForm({ initialValues: { askedBy: consent.givenBy, form: 'verbal', note: '' } });
  return (
    <FormDialog
      title={t('consent.withdraw')}
      form={form}
      done={t('consent.withdrawn')}
      action={t('consent.withdraw')}
      send={({ note, ...values }, sending) =>
        withdrawConsent(
          file.id,
          consent.id,
          { ...values, note: note || undefined } as Schemas['WithdrawConsentRequest'],
          sending,
        )
      }
      onClose={onClose}
    >
      <Text size="sm">{t('consent.aboutWithdrawal')}</Text>
      <NativeSelect
        label={t('consent.askedBy')}
        data={options('consentGiver', codes.CONSENT_GIVERS)}
        {...form.getInputProps('askedBy')}
      />
      <NativeSelect
        label={t('consent.form')}
        data={options('consentForm', codes.CONSENT_FORMS)}
        {...form.getInputProps('form')}
      />
      <Textarea label={t('note')} autosize {...form.getInputProps('note')} />
    </FormDialog>
  );
}
