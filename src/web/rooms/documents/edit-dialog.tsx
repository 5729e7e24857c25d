import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FILE_KINDS } from '../../api/codes';
import { editDocument, type DocumentFile } from '../../api/documents';
import { ApiError, type VersionChange } from '../../api/problem';
import { queryClient } from '../../app/query-client';
import { useOptions } from '../../i18n/use-label';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { type ProblemText, useFormProblem, useTellDone } from '../../ui/problem';
import { StaleNotice } from '../../ui/stale-notice';

interface Props {
  item: DocumentFile;
  zone: string;
  onClose: () => void;
}

/** Corrects what is said of a document; its content stays. */
export function EditDialog({ item, zone, onClose }: Props) {
  const { t } = useTranslation(['documents', 'common']);
  const options = useOptions();
  const place = useFormProblem();
  const tellDone = useTellDone();
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const [changes, setChanges] = useState<VersionChange[] | null>(null);
  const form = useForm({
    initialValues: {
      title: item.title,
      kind: item.kind,
      restricted: item.tier === 'restricted',
    },
    validate: { title: (title) => (title.trim() ? null : t('titleNeeded')) },
  });
  const save = useMutation({
    mutationFn: ({ title, kind, restricted }: typeof form.values) =>
      editDocument(item.id, item.version, {
        ...{ title, kind },
        tier: restricted ? 'restricted' : 'standard',
      }),
    onMutate: () => setProblem(null),
    onSuccess: async () => {
      tellDone(t('saved'));
      onClose();
      await queryClient.invalidateQueries();
    },
    onError: (error) => {
      if (error instanceof ApiError && error.status === 412) {
        setChanges(error.problem.changes ?? []);
        void queryClient.invalidateQueries({ queryKey: ['documents'] });
        return;
      }
      setProblem(place(form, error));
    },
  });
  return (
    <Dialog title={t('act.edit')} size="md" onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack>
          <TextInput label={t('titleField')} maxLength={200} {...form.getInputProps('title')} />
          <NativeSelect
            label={t('kind')}
            data={options('documentKind', FILE_KINDS)}
            {...form.getInputProps('kind')}
          />
          {item.caseId && (
            <Checkbox
              label={t('restricted')}
              description={t('restrictedDetail')}
              {...form.getInputProps('restricted', { type: 'checkbox' })}
            />
          )}
          {changes && <StaleNotice changes={changes} zone={zone} />}
          <FormEnd problem={problem} sending={save.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
