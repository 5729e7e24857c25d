import { Checkbox, NativeSelect, SimpleGrid, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { recordDisclosure } from '../../api/sharing';
import * as codes from '../../api/sharing-codes';
import type { CaseFile, Schemas } from '../../api/types';
import { useOptions } from '../../i18n/use-label';
import { FormDialog } from '../../ui/form-dialog';
import { peopleOf, recipientField, recipientOf } from './consent-dialogs';

/** What was shared outside the system, written down by hand. */
export function DisclosureDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const { t } = useTranslation(['access', 'common']);
  const options = useOptions();
  const people = peopleOf(file);
  const form = useForm({
    initialValues: {
      personId: file.personId ?? people[0]?.value ?? '',
      purpose: 'legal_defence',
      recipientKind: 'foreign_authority',
      recipientName: '',
      categories: [] as string[],
      ground: 'consent',
      legalBasis: '',
      channel: 'telephone',
      crossBorder: false,
      country: '',
      safeguards: 'express_consent',
    },
    validate: { categories: (list) => (list.length > 0 ? null : t('common:form.required')) },
  });
  const { crossBorder, ground } = form.values;
  const select = (name: keyof typeof form.values, vocabulary: string, list: readonly string[]) => (
    <NativeSelect
      label={t(`disclosure.${name}` as 'disclosure.ground')}
      data={options(vocabulary, list)}
      {...form.getInputProps(name)}
    />
  );
  return (
    <FormDialog
      title={t('disclosure.record')}
      size="lg"
      form={form}
      done={t('disclosure.recorded')}
      rename={recipientField}
      send={(values, sending) =>
        recordDisclosure(
          file.id,
          {
            personId: values.personId,
            purpose: values.purpose,
            recipient: recipientOf(values),
            categories: values.categories,
            ground,
            legalBasis: ground === 'consent' ? undefined : values.legalBasis || undefined,
            channel: values.channel,
            crossBorder,
            country: crossBorder ? values.country.toUpperCase() || undefined : undefined,
            safeguards: crossBorder ? values.safeguards : undefined,
          } as Schemas['RecordDisclosureRequest'],
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
      {select('purpose', 'purpose', codes.PURPOSES)}
      {select('recipientKind', 'recipientKind', codes.RECIPIENT_KINDS)}
      <TextInput
        label={t('disclosure.recipientName')}
        autoComplete="off"
        {...form.getInputProps('recipientName')}
      />
      <Checkbox.Group label={t('disclosure.categories')} {...form.getInputProps('categories')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
          {options('dataCategory', codes.DATA_CATEGORIES).map(({ value, label }) => (
            <Checkbox key={value} value={value} label={label} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      {select('ground', 'disclosureGround', codes.DISCLOSURE_GROUNDS)}
      {ground !== 'consent' && (
        <TextInput
          label={t('disclosure.legalBasis')}
          withAsterisk
          {...form.getInputProps('legalBasis')}
        />
      )}
      {select('channel', 'disclosureChannel', codes.DISCLOSURE_CHANNELS)}
      <Switch
        label={t('disclosure.crossBorder')}
        {...form.getInputProps('crossBorder', { type: 'checkbox' })}
      />
      {crossBorder && (
        <>
          <TextInput
            label={t('disclosure.country')}
            maxLength={2}
            withAsterisk
            {...form.getInputProps('country')}
          />
          {select('safeguards', 'safeguard', codes.SAFEGUARDS)}
        </>
      )}
    </FormDialog>
  );
}
