import { Group, Radio, Stack } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import type { Schemas } from '../api/types';
import { useWords } from '../catalogue/use-catalogue';
import { useOptions } from '../i18n/use-label';

export const ANSWERS = ['yes', 'no', 'unknown'] as const;

interface Props {
  questions: Schemas['QuestionnaireResponse']['questions'];
  input: (code: string) => GetInputPropsReturnType;
}

/** The questions of a questionnaire, each answered yes, no or not known. */
export function QuestionRadios({ questions, input }: Props) {
  const words = useWords();
  const options = useOptions();
  return (
    <Stack gap="lg">
      {questions.map(({ code, text }) => (
        <Radio.Group key={code} label={words(text)} {...input(code)}>
          <Group gap="lg" mt={6}>
            {options('riskAnswer', ANSWERS).map(({ value, label }) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Group>
        </Radio.Group>
      ))}
    </Stack>
  );
}
