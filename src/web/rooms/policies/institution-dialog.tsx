import { Checkbox, NativeSelect, NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { addInstitution, editInstitution, type Institution } from '../../api/cooperation';
import { DATA_CATEGORIES, RECIPIENT_KINDS } from '../../api/sharing-codes';
import type { Schemas } from '../../api/types';
import { useOptions } from '../../i18n/use-label';
import { FormDialog } from '../../ui/form-dialog';

type Values = Schemas['AddInstitutionRequest'];

const NEW: Values = {
  code: '',
  nameEs: '',
  nameEn: '',
  recipientKind: 'ngo',
  peruvian: false,
  categories: ['identity'],
  answerDays: 10,
  retired: false,
  source: '',
};
const CODE = /^[a-z][a-z0-9_]{1,59}$/;

/** A new institution, or the next version of one; referrals already sent keep theirs. */
export function InstitutionDialog({
  known,
  onClose,
}: {
  known: Institution | null;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation(['policies', 'common']);
  const options = useOptions();
  const name = i18n.language === 'en' ? known?.nameEn : known?.nameEs;
  const needed = (value: string) => (value.trim() ? null : t('common:form.required'));
  const form = useForm<Values>({
    initialValues: known ? { ...known, source: '' } : NEW,
    validate: {
      code: (code) => (CODE.test(code) ? null : t('institutions.codeWrong')),
      nameEs: needed,
      nameEn: needed,
      source: needed,
      categories: (categories) => (categories.length > 0 ? null : t('common:form.required')),
      answerDays: (days) => (Number(days) >= 1 ? null : t('common:form.required')),
    },
  });
  const send = ({ code, ...values }: Values, { key }: { key: string }) => {
    const { nameEs, nameEn, recipientKind, peruvian, categories, answerDays, retired, source } =
      values;
    const content = {
      ...{ nameEs, nameEn, recipientKind, peruvian, categories, retired, source },
      answerDays: Number(answerDays),
    };
    return known
      ? editInstitution(known.id, content, key)
      : addInstitution({ code, ...content }, key);
  };
  return (
    <FormDialog
      title={known ? t('institutions.editNamed', { name }) : t('institutions.add')}
      form={form}
      send={send}
      done={t('institutions.saved')}
      size="lg"
      onClose={onClose}
    >
      {!known && (
        <TextInput
          label={t('institutions.code')}
          description={t('institutions.codeHint')}
          withAsterisk
          autoComplete="off"
          {...form.getInputProps('code')}
        />
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t('institutions.nameEs')}
          withAsterisk
          {...form.getInputProps('nameEs')}
        />
        <TextInput
          label={t('institutions.nameEn')}
          withAsterisk
          {...form.getInputProps('nameEn')}
        />
        <NativeSelect
          label={t('institutions.kind')}
          data={options('recipientKind', RECIPIENT_KINDS)}
          {...form.getInputProps('recipientKind')}
        />
        <NumberInput
          label={t('institutions.answerDays')}
          min={1}
          max={90}
          allowDecimal={false}
          {...form.getInputProps('answerDays')}
        />
      </SimpleGrid>
      <Checkbox
        label={t('institutions.peruvian')}
        {...form.getInputProps('peruvian', { type: 'checkbox' })}
      />
      <Checkbox.Group
        label={t('institutions.data')}
        withAsterisk
        {...form.getInputProps('categories')}
      >
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
          {options('dataCategory', DATA_CATEGORIES).map(({ value, label }) => (
            <Checkbox key={value} value={value} label={label} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      <Checkbox
        label={t('institutions.retire')}
        {...form.getInputProps('retired', { type: 'checkbox' })}
      />
      <TextInput
        label={t('institutions.source')}
        description={t('institutions.sourceHint')}
        withAsterisk
        {...form.getInputProps('source')}
      />
    </FormDialog>
  );
}
