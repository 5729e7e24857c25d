import { NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptBreach, giveBreachReason } from '../../api/cases';
import { BREACH_REASONS } from '../../api/codes';
import type { Obligation } from '../../api/types';
import { queryClient } from '../../app/query-client';
import { useLabel, useOptions } from '../../i18n/use-label';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { type ProblemText, useFormProblem, useTellDone } from '../../ui/problem';

/** The officer says why a deadline passed; the head of post then accepts that reason. */
export type BreachStep = 'reason' | 'acceptance';

interface BreachValues {
  reason: (typeof BREACH_REASONS)[number];
  note: string;
}

interface Props {
  obligation: Obligation;
  step: BreachStep;
  onClose: () => void;
}

export function BreachDialog({ obligation, step, onClose }: Props) {
  const { t } = useTranslation(['cases', 'common']);
  const label = useLabel();
  const options = useOptions();
  const place = useFormProblem();
  const tellDone = useTellDone();
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const form = useForm<BreachValues>({ initialValues: { reason: 'staff', note: '' } });
  const save = useMutation<unknown, Error, BreachValues>({
    mutationFn: ({ reason, note }) =>
      step === 'reason'
        ? giveBreachReason(obligation.id, { reason, note: note.trim() || undefined })
        : acceptBreach(obligation.id, { note: note.trim() }),
    onSuccess: () => {
      tellDone(t('saved'));
      onClose();
      return queryClient.invalidateQueries();
    },
    onError: (error) => setProblem(place(form, error)),
  });
  return (
    <Dialog onClose={onClose} title={label('obligation', obligation.kind)}>
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack>
          <Text size="sm">{t(step === 'reason' ? 'whyReason' : 'whyAccept')}</Text>
          {step === 'reason' && (
            <NativeSelect
              label={t('reason')}
              data={options('breachReason', BREACH_REASONS)}
              {...form.getInputProps('reason')}
            />
          )}
          <Textarea label={t('note')} autosize minRows={3} {...form.getInputProps('note')} />
          <FormEnd problem={problem} sending={save.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
