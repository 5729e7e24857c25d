import { Button, Group, NativeSelect, NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { RISK_LEVELS, type createRiskInstrument, type RiskInstrument } from '../../api/violence';
import { useOptions } from '../../i18n/use-label';
import { Fields } from '../../ui/fieldset';
import { FormDialog } from '../../ui/form-dialog';

type Content = RiskInstrument['content'];

interface QuestionTyped {
  code: string;
  es: string;
  en: string;
  weight: number | string;
  atLeast: string;
}
interface Values {
  titleEs: string;
  titleEn: string;
  source: string;
  moderate: number | string;
  high: number | string;
  extreme: number | string;
  questions: QuestionTyped[];
  reason: string;
}

const typedOf = ({ title, source, thresholds, questions }: Content): Values => ({
  titleEs: title.es,
  titleEn: title.en,
  source,
  ...thresholds,
  questions: questions.map(({ code, text, weight, atLeast }) => ({
    code,
    es: text.es,
    en: text.en,
    weight,
    atLeast: atLeast ?? '',
  })),
  reason: '',
});

/** A question keeps its code for ever: answers already given refer to it. */
const contentOf = (values: Values): Content => ({
  title: { es: values.titleEs, en: values.titleEn },
  source: values.source,
  thresholds: {
    moderate: Number(values.moderate),
    high: Number(values.high),
    extreme: Number(values.extreme),
  },
  questions: values.questions.map(({ code, es, en, weight, atLeast }) => ({
    code,
    text: { es, en },
    weight: Number(weight),
    ...(atLeast ? { atLeast: atLeast as Content['questions'][number]['atLeast'] } : {}),
  })),
});

/** A code that no question has. */
const freshCode = (questions: readonly QuestionTyped[]): string => {
  const taken = new Set(questions.map(({ code }) => code));
  let n = questions.length + 1;
  while (taken.has(`question_${n}`)) n += 1;
  return `question_${n}`;
};

/** A new version of the questions, from the one in force. */
export function InstrumentDialog({
  base,
  create,
  onClose,
}: {
  base: Content;
  create: typeof createRiskInstrument;
  onClose: () => void;
}) {
  const { t } = useTranslation('violence');
  const form = useForm<Values>({ initialValues: typedOf(base) });
  return (
    <FormDialog
      title={t('instrument.edit')}
      size="lg"
      form={form}
      done={t('instrument.saved')}
      send={(values, sending) => create(contentOf(values), values.reason, sending)}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t('instrument.titleEs')} {...form.getInputProps('titleEs')} />
        <TextInput label={t('instrument.titleEn')} {...form.getInputProps('titleEn')} />
      </SimpleGrid>
      <TextInput label={t('instrument.source')} {...form.getInputProps('source')} />
      <SimpleGrid cols={3}>
        {(['moderate', 'high', 'extreme'] as const).map((level) => (
          <NumberInput
            key={level}
            label={t(`instrument.${level}`)}
            min={1}
            allowDecimal={false}
            hideControls
            {...form.getInputProps(level)}
          />
        ))}
      </SimpleGrid>
      {form.values.questions.map(({ code }, i) => (
        <QuestionFields key={code} form={form} index={i} />
      ))}
      <Group>
        <Button
          size="xs"
          variant="default"
          onClick={() =>
            form.insertListItem('questions', {
              code: freshCode(form.values.questions),
              es: '',
              en: '',
              weight: 1,
              atLeast: '',
            })
          }
        >
          {t('instrument.add')}
        </Button>
      </Group>
      <TextInput label={t('instrument.reason')} withAsterisk {...form.getInputProps('reason')} />
    </FormDialog>
  );
}

function QuestionFields({ form, index }: { form: UseFormReturnType<Values>; index: number }) {
  const { t } = useTranslation('violence');
  const options = useOptions();
  const at = `questions.${index}`;
  return (
    <Fields legend={t('instrument.question', { n: index + 1 })}>
      <TextInput label={t('instrument.es')} {...form.getInputProps(`${at}.es`)} />
      <TextInput label={t('instrument.en')} {...form.getInputProps(`${at}.en`)} />
      <SimpleGrid cols={2}>
        <NumberInput
          label={t('instrument.weight')}
          min={0}
          max={20}
          allowDecimal={false}
          hideControls
          {...form.getInputProps(`${at}.weight`)}
        />
        <NativeSelect
          label={t('instrument.critical')}
          data={[
            { value: '', label: t('instrument.notCritical') },
            ...options(
              'riskLevel',
              RISK_LEVELS.filter((level) => level !== 'low'),
            ),
          ]}
          {...form.getInputProps(`${at}.atLeast`)}
        />
      </SimpleGrid>
      {form.values.questions.length > 1 && (
        <Group>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('instrument.removeNamed', { n: index + 1 })}
            onClick={() => form.removeListItem('questions', index)}
          >
            {t('instrument.remove')}
          </Button>
        </Group>
      )}
    </Fields>
  );
}
