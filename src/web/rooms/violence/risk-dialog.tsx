import { NativeSelect, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  assessRisk,
  readRiskInstrument,
  RISK_LEVELS,
  type RiskInstrument,
} from '../../api/violence';
import type { CaseFile, Schemas } from '../../api/types';
import { useWords } from '../../catalogue/use-catalogue';
import { useOptions } from '../../i18n/use-label';
import { Dialog } from '../../ui/dialog';
import { FormDialog } from '../../ui/form-dialog';
import { QuestionRadios } from '../../ui/question-radios';
import { Failure, Loading } from '../../ui/states';

interface Props {
  file: CaseFile;
  onClose: () => void;
}

/** The questions of the instrument in force, answered with the person. */
export function RiskDialog({ file, onClose }: Props) {
  const { t } = useTranslation('violence');
  const instrument = useQuery({ queryKey: ['risk-instrument'], queryFn: readRiskInstrument });
  if (instrument.data) {
    return <Questions file={file} instrument={instrument.data} onClose={onClose} />;
  }
  return (
    <Dialog title={t('act.assess')} onClose={onClose}>
      {instrument.isError ? <Failure error={instrument.error} /> : <Loading />}
    </Dialog>
  );
}

type Values = Record<string, string>;

function Questions({ file, instrument, onClose }: Props & { instrument: RiskInstrument }) {
  const { t } = useTranslation(['violence', 'common']);
  const words = useWords();
  const options = useOptions();
  const { content, version } = instrument;
  const form = useForm<Values>({
    initialValues: {
      ...Object.fromEntries(content.questions.map(({ code }) => [code, ''])),
      raisedTo: '',
      raiseReason: '',
      note: '',
    },
    validate: (values) =>
      Object.fromEntries(
        content.questions
          .filter(({ code }) => !values[code])
          .map(({ code }) => [code, t('common:form.required')]),
      ),
  });
  const bodyOf = (values: Values): Schemas['AssessRiskRequest'] => ({
    instrumentVersion: version,
    answers: Object.fromEntries(content.questions.map(({ code }) => [code, values[code]])) as never,
    raisedTo: (values['raisedTo'] || undefined) as never,
    raiseReason: values['raiseReason'] || undefined,
    note: values['note'] || undefined,
  });
  return (
    <FormDialog
      title={t('act.assess')}
      size="lg"
      form={form}
      done={t('done')}
      rename={(path) => path.replace(/^answers\./, '')}
      send={(values, sending) => assessRisk(file.id, bodyOf(values), sending)}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('risk.instrument', { title: words(content.title), version })}
      </Text>
      <Text size="sm">{t('risk.unanswered')}</Text>
      <QuestionRadios questions={content.questions} input={(code) => form.getInputProps(code)} />
      <Text size="sm">{t('risk.computes')}</Text>
      <NativeSelect
        label={t('risk.raiseTo')}
        data={[{ value: '', label: t('risk.keep') }, ...options('riskLevel', RISK_LEVELS)]}
        {...form.getInputProps('raisedTo')}
      />
      {form.values['raisedTo'] && (
        <Textarea
          label={t('risk.raiseReason')}
          withAsterisk
          autosize
          minRows={2}
          {...form.getInputProps('raiseReason')}
        />
      )}
      <Textarea label={t('risk.note')} autosize minRows={2} {...form.getInputProps('note')} />
    </FormDialog>
  );
}
