import {
  Alert,
  Checkbox,
  Group,
  NativeSelect,
  NumberInput,
  SimpleGrid,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import * as codes from '../../api/codes';
import { signAssessment } from '../../api/sharing';
import * as sharing from '../../api/sharing-codes';
import type { CaseFile, Schemas } from '../../api/types';
import { useOptions } from '../../i18n/use-label';
import { FormDialog } from '../../ui/form-dialog';

const EMPTY = {
  conclusion: 'vulnerability',
  circumstances: [] as string[],
  conditions: [] as string[],
  factors: [] as string[],
  monthlyIncome: '',
  incomeCurrency: '',
  dependants: '' as string | number,
  housing: 'unknown',
  support: 'unknown',
  health: 'unknown',
  legalCapacity: 'unknown',
  note: '',
};
type Values = typeof EMPTY;

/** Fields left empty are not known, and are not sent. */
const bodyOf = (values: Values): Schemas['SignAssessmentRequest'] =>
  ({
    ...values,
    monthlyIncome: values.monthlyIncome || undefined,
    incomeCurrency: values.incomeCurrency.toUpperCase() || undefined,
    dependants: values.dependants === '' ? undefined : Number(values.dependants),
    note: values.note || undefined,
  }) as Schemas['SignAssessmentRequest'];

/** The small form behind every decision on aid (RC art. 10). */
export function AssessmentDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const { t } = useTranslation('assessment');
  const options = useOptions();
  const form = useForm<Values>({ initialValues: EMPTY });
  const select = (name: keyof Values, vocabulary: string, list: readonly string[]) => (
    <NativeSelect
      label={t(name as 'housing')}
      data={options(vocabulary, list)}
      {...form.getInputProps(name)}
    />
  );
  const checks = (name: keyof Values, vocabulary: string, list: readonly string[]) => (
    <Checkbox.Group label={t(name as 'factors')} {...form.getInputProps(name)}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
        {options(vocabulary, list).map(({ value, label }) => (
          <Checkbox key={value} value={value} label={label} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
  return (
    <FormDialog
      title={t('write')}
      size="lg"
      form={form}
      done={t('saved')}
      action={t('sign')}
      send={(values, sending) => signAssessment(file.id, bodyOf(values), sending)}
      onClose={onClose}
    >
      {select('conclusion', 'needConclusion', codes.NEED_CONCLUSIONS)}
      {form.values.conclusion === 'vulnerability' && (
        <>
          {checks('circumstances', 'circumstance', sharing.CIRCUMSTANCES)}
          {checks('conditions', 'exposingCondition', sharing.CONDITIONS)}
        </>
      )}
      {checks('factors', 'vulnerability', codes.VULNERABILITY_FACTORS)}
      <Group grow align="flex-start">
        <TextInput
          label={t('monthlyIncome')}
          inputMode="decimal"
          {...form.getInputProps('monthlyIncome')}
        />
        <TextInput
          label={t('incomeCurrency')}
          maxLength={3}
          {...form.getInputProps('incomeCurrency')}
        />
      </Group>
      <NumberInput
        label={t('dependants')}
        min={0}
        max={50}
        allowDecimal={false}
        {...form.getInputProps('dependants')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {select('housing', 'housing', sharing.HOUSING)}
        {select('support', 'supportNetwork', sharing.SUPPORT)}
        {select('health', 'healthState', sharing.HEALTH)}
        {select('legalCapacity', 'legalCapacity', sharing.LEGAL_CAPACITY)}
      </SimpleGrid>
      <Textarea label={t('note')} autosize minRows={3} {...form.getInputProps('note')} />
      <Alert variant="light" color="tinta">
        {t('aboutSigning')}
      </Alert>
    </FormDialog>
  );
}
