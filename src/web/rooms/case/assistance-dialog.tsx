import { NativeSelect, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Option, recordAction } from '../../api/catalogue';
import { newKey } from '../../api/client';
import type { CaseFile } from '../../api/types';
import { queryClient } from '../../app/query-client';
import { useWords } from '../../catalogue/use-catalogue';
import { nowAt, toInstant } from '../../time/zoned';
import { Dialog } from '../../ui/dialog';
import { InstantInput } from '../../ui/instant-input';
import { type ProblemText, useFormProblem, useTellDone } from '../../ui/problem';
import { DialogForm } from './dialog-form';

interface Props {
  file: CaseFile;
  actions: readonly Option[];
  zone: string;
  onClose: () => void;
}

/** What was done for the person; it may meet duties and steps. */
export function AssistanceDialog({ file, actions, zone, onClose }: Props) {
  const { t } = useTranslation(['catalogue', 'common']);
  const words = useWords();
  const place = useFormProblem();
  const tellDone = useTellDone();
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const form = useForm({
    initialValues: { action: 'call', occurredAt: nowAt(zone), note: '' },
    validate: { occurredAt: (value) => (value ? null : t('common:form.required')) },
  });
  const save = useMutation({
    mutationFn: ({ action, occurredAt, note }: typeof form.values) =>
      recordAction(
        file.id,
        { action, occurredAt: toInstant(occurredAt, zone), note: note.trim() || undefined },
        key,
      ),
    onMutate: () => setProblem(null),
    onSuccess: async () => {
      tellDone(t('assistanceRecorded'));
      onClose();
      await queryClient.invalidateQueries();
    },
    onError: (error) => {
      setKey(newKey());
      setProblem(place(form, error));
    },
  });
  return (
    <Dialog onClose={onClose} title={t('recordAssistance')}>
      <DialogForm
        onSubmit={form.onSubmit((values) => save.mutate(values))}
        onClose={onClose}
        saving={save.isPending}
        problem={problem}
      >
        <NativeSelect
          label={t('action')}
          data={actions.map(({ code, label }) => ({ value: code, label: words(label) }))}
          {...form.getInputProps('action')}
        />
        <InstantInput
          label={t('when')}
          description={t('common:form.localTime', { zone })}
          {...form.getInputProps('occurredAt')}
        />
        <Textarea label={t('note')} autosize minRows={2} {...form.getInputProps('note')} />
      </DialogForm>
    </Dialog>
  );
}
