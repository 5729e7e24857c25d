import { Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { publishTemplate, type TemplateContent } from '../../api/papers';
import { ApiError, type VersionChange } from '../../api/problem';
import { queryClient } from '../../app/query-client';
import { readerZone } from '../../time/format';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { type ProblemText, useFormProblem, useTellDone } from '../../ui/problem';
import { StaleNotice } from '../../ui/stale-notice';

interface Props {
  kind: string;
  /** The version in use when the editor opened. */
  version: number;
  content: TemplateContent;
  onPublished: () => void;
  onClose: () => void;
}

/** Why the words change; then the new version is in use at once. */
export function PublishDialog({ kind, version, content, onPublished, onClose }: Props) {
  const { t } = useTranslation(['templates', 'common']);
  const place = useFormProblem();
  const tellDone = useTellDone();
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const [changes, setChanges] = useState<VersionChange[] | null>(null);
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (value.trim() ? null : t('common:form.required')) },
  });
  const publish = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      publishTemplate(kind, content, reason.trim(), version),
    onSuccess: () => {
      tellDone(t('published'));
      onPublished();
      onClose();
      return queryClient.invalidateQueries();
    },
    onError: (error) => {
      if (error instanceof ApiError && error.status === 412) {
        setChanges((error.problem.changes as VersionChange[] | undefined) ?? []);
      } else setProblem(place(form, error));
    },
  });
  return (
    <Dialog onClose={onClose} title={t('publish')}>
      <form noValidate onSubmit={form.onSubmit((values) => publish.mutate(values))}>
        <Stack>
          <Text size="sm">{t('publishHint')}</Text>
          <Textarea
            label={t('reason')}
            withAsterisk
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps('reason')}
          />
          {changes && <StaleNotice changes={changes} zone={readerZone()} />}
          <FormEnd
            problem={problem}
            sending={publish.isPending}
            action={t('publish')}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
