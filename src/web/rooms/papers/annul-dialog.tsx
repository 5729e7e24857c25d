import { Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { annulPaper, type PaperPage } from '../../api/papers';
import { queryClient } from '../../app/query-client';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { type ProblemText, useFormProblem, useTellDone } from '../../ui/problem';

/** Takes an issued paper back, with the reason that stays beside it. */
export function AnnulDialog({ paper, onClose }: { paper: PaperPage; onClose: () => void }) {
  const { t } = useTranslation(['papers', 'common']);
  const place = useFormProblem();
  const tellDone = useTellDone();
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (value.trim() ? null : t('common:form.required')) },
  });
  const annul = useMutation({
    mutationFn: ({ reason }: { reason: string }) => annulPaper(paper.id, reason.trim()),
    onSuccess: () => {
      tellDone(t('done.annul'));
      onClose();
      return queryClient.invalidateQueries();
    },
    onError: (error) => setProblem(place(form, error)),
  });
  return (
    <Dialog onClose={onClose} title={t('annulNamed', { number: paper.number })}>
      <form noValidate onSubmit={form.onSubmit((values) => annul.mutate(values))}>
        <Stack>
          <Text size="sm">{t('annulHint')}</Text>
          <Textarea
            label={t('reason')}
            withAsterisk
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps('reason')}
          />
          <FormEnd
            problem={problem}
            sending={annul.isPending}
            action={t('annul')}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
