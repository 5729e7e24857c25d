import { NativeSelect, SimpleGrid, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  assessInterests,
  HEARINGS_OF_CHILD,
  INTEREST_COURSES,
  INTEREST_STAGES,
  MATURITIES,
  readInterestInstrument,
} from '../../api/minors';
import type { CaseFile, Schemas } from '../../api/types';
import { useWords } from '../../catalogue/use-catalogue';
import { useLabel, useOptions } from '../../i18n/use-label';
import { Dialog } from '../../ui/dialog';
import { FormDialog } from '../../ui/form-dialog';
import { QuestionRadios } from '../../ui/question-radios';
import { Failure, Loading } from '../../ui/states';

interface Props {
  file: CaseFile;
  onClose: () => void;
}

/** The questions of the instrument in force, the child's opinion, and the course. */
export function InterestsDialog({ file, onClose }: Props) {
  const { t } = useTranslation('minors');
  const instrument = useQuery({
    queryKey: ['interest-instrument'],
    queryFn: readInterestInstrument,
  });
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
const NEEDED = ['hearing', 'course', 'reason'];

function Questions({
  file,
  instrument,
  onClose,
}: Props & { instrument: Schemas['CurrentQuestionnaireResponse'] }) {
  const { t } = useTranslation(['minors', 'common']);
  const words = useWords();
  const label = useLabel();
  const options = useOptions();
  const { content, version } = instrument;
  const codes = content.questions.map(({ code }) => code);
  const form = useForm<Values>({
    initialValues: {
      ...Object.fromEntries(codes.map((code) => [code, ''])),
      stage: 'preliminary',
      hearing: '',
      maturity: 'not_assessed',
      opinion: '',
      course: '',
      reason: '',
    },
    validate: (values) =>
      Object.fromEntries(
        [...codes, ...NEEDED]
          .filter((name) => !values[name])
          .map((name) => [name, t('common:form.required')]),
      ),
  });
  const bodyOf = (values: Values) =>
    ({
      stage: values['stage'],
      instrumentVersion: version,
      answers: Object.fromEntries(codes.map((code) => [code, values[code]])),
      hearing: values['hearing'],
      maturity: values['maturity'],
      opinion: values['opinion'] || undefined,
      course: values['course'],
      reason: values['reason'],
    }) as never as Schemas['AssessInterestsRequest'];
  const choose = { value: '', label: label('choose', 'one') };
  return (
    <FormDialog
      title={t('act.assess')}
      size="lg"
      form={form}
      done={t('done')}
      rename={(path) => path.replace(/^answers\./, '')}
      send={(values, sending) => assessInterests(file.id, bodyOf(values), sending)}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('instrument', { title: words(content.title), version })}
      </Text>
      <NativeSelect
        label={t('field.stage')}
        description={t('stageHint')}
        data={options('interestStage', INTEREST_STAGES)}
        {...form.getInputProps('stage')}
      />
      <Text size="sm">{t('answerAll')}</Text>
      <QuestionRadios questions={content.questions} input={(code) => form.getInputProps(code)} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NativeSelect
          label={t('field.hearing')}
          withAsterisk
          data={[choose, ...options('hearingOfChild', HEARINGS_OF_CHILD)]}
          {...form.getInputProps('hearing')}
        />
        <NativeSelect
          label={t('field.maturity')}
          data={options('maturity', MATURITIES)}
          {...form.getInputProps('maturity')}
        />
      </SimpleGrid>
      <Textarea
        label={t('field.opinion')}
        description={t('opinionHint')}
        autosize
        minRows={2}
        {...form.getInputProps('opinion')}
      />
      <NativeSelect
        label={t('field.course')}
        withAsterisk
        data={[choose, ...options('interestCourse', INTEREST_COURSES)]}
        {...form.getInputProps('course')}
      />
      <Textarea
        label={t('field.courseReason')}
        withAsterisk
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
