import {
  Checkbox,
  Group,
  NativeSelect,
  SimpleGrid,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { AID_LINES, NEED_PROOFS, proposeAid } from '../../api/aid';
import { PROGRAMMES } from '../../api/budget';
import type { CaseFile, Schemas } from '../../api/types';
import { useOptions } from '../../i18n/use-label';
import { DocumentSelect } from '../../ui/document-select';
import { Fields } from '../../ui/fieldset';
import { FormDialog } from '../../ui/form-dialog';

const EXCLUDED = ['visa', 'passport', 'allowance', 'relatives_stay'] as const;

interface Props {
  file: CaseFile;
  currency: string;
  onClose: () => void;
}

/** Everybody who takes part in the case, the subject first. */
function peopleOf(file: CaseFile): { value: string; label: string }[] {
  const parts = new Map(
    [...file.people]
      .sort((a, b) => Number(b.role === 'beneficiary') - Number(a.role === 'beneficiary'))
      .filter(({ until }) => !until)
      .map(({ personId, fullName }) => [personId, fullName]),
  );
  return [...parts].map(([value, label]) => ({ value, label }));
}

const beginningOf = (file: CaseFile, currency: string) => ({
  ...{ programme: 'palh', line: '', amount: '', currency, need: '', proof: 'none' },
  ...{ proofDocumentId: '', excluded: [] as string[], toFirstEntry: false, urgent: false },
  people: peopleOf(file)
    .slice(0, 1)
    .map(({ value }) => value),
  /** Typed by person; none of all is equal parts. */
  parts: {} as Record<string, string>,
});
type Values = ReturnType<typeof beginningOf>;

function bodyOf({ people, parts, proofDocumentId, toFirstEntry, ...typed }: Values) {
  const body = {
    ...typed,
    ...(proofDocumentId ? { proofDocumentId } : {}),
    ...(typed.line === 'ticket' ? { toFirstEntry } : {}),
    beneficiaries: people.map((personId) => ({
      personId,
      ...(parts[personId] ? { amount: parts[personId] } : {}),
    })),
  };
  return body as Schemas['ProposeAidRequest'];
}

/** A request in preparation: what for, how much, for whom, and on what proof. */
export function RequestDialog({ file, currency, onClose }: Props) {
  const { t } = useTranslation(['aid', 'common']);
  const options = useOptions();
  const needed = (value: string) => (value.trim() ? null : t('common:form.required'));
  const form = useForm<Values>({
    initialValues: beginningOf(file, currency),
    validate: {
      ...{ line: needed, amount: needed, currency: needed, need: needed },
      people: (people) => (people.length > 0 ? null : t('common:form.required')),
    },
  });
  const { values } = form;
  const people = peopleOf(file);
  return (
    <FormDialog
      title={t('act.request')}
      size="lg"
      form={form}
      done={t('requested')}
      rename={(path) => (path.startsWith('beneficiaries') ? 'people' : path)}
      send={(typed, sending) => proposeAid(file.id, bodyOf(typed), sending)}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NativeSelect
          label={t('field.programme')}
          data={options('programme', PROGRAMMES)}
          {...form.getInputProps('programme')}
        />
        <NativeSelect
          label={t('field.line')}
          withAsterisk
          data={[{ value: '', label: t('choose') }, ...options('aidLine', AID_LINES)]}
          {...form.getInputProps('line')}
        />
        <TextInput
          label={t('field.amount')}
          withAsterisk
          inputMode="decimal"
          autoComplete="off"
          {...form.getInputProps('amount')}
        />
        <TextInput
          label={t('field.currency')}
          withAsterisk
          maxLength={3}
          {...form.getInputProps('currency')}
        />
      </SimpleGrid>
      {values.line === 'ticket' && (
        <Checkbox
          label={t('field.toFirstEntry')}
          description={t('help.toFirstEntry')}
          {...form.getInputProps('toFirstEntry', { type: 'checkbox' })}
        />
      )}
      <Textarea
        label={t('field.need')}
        withAsterisk
        autosize
        minRows={3}
        {...form.getInputProps('need')}
      />
      <Checkbox.Group
        label={t('field.people')}
        description={t('help.parts')}
        withAsterisk
        {...form.getInputProps('people')}
      >
        {people.map(({ value, label }) => (
          <Group key={value} justify="space-between" mt="xs" wrap="nowrap">
            <Checkbox value={value} label={label} />
            {values.people.length > 1 && values.people.includes(value) && (
              <TextInput
                size="xs"
                w={110}
                inputMode="decimal"
                aria-label={t('partOf', { name: label })}
                {...form.getInputProps(`parts.${value}`)}
                value={values.parts[value] ?? ''}
              />
            )}
          </Group>
        ))}
      </Checkbox.Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NativeSelect
          label={t('field.proof')}
          description={t('help.proofOf')}
          data={options('needProof', NEED_PROOFS)}
          {...form.getInputProps('proof')}
        />
        <DocumentSelect
          caseId={file.id}
          label={t('field.proofDocumentId')}
          {...form.getInputProps('proofDocumentId')}
        />
      </SimpleGrid>
      <Fields legend={t('field.excluded')}>
        <Text size="sm" c="dimmed">
          {t('help.excluded')}
        </Text>
        <Checkbox.Group
          role="group"
          aria-label={t('field.excluded')}
          {...form.getInputProps('excluded')}
        >
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
            {options('excludedItem', EXCLUDED).map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
      </Fields>
      <Checkbox
        label={t('field.urgent')}
        description={t('help.urgent')}
        {...form.getInputProps('urgent', { type: 'checkbox' })}
      />
    </FormDialog>
  );
}
