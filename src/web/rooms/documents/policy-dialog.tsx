import { Checkbox, Group, NumberInput, Stack, Switch, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/client';
import { FILE_TYPES } from '../../api/codes';
import { writeDocumentPolicy, type DocumentPolicyContent } from '../../api/documents';
import { queryClient } from '../../app/query-client';
import { useLabel } from '../../i18n/use-label';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { type ProblemText, useFormProblem, useTellDone } from '../../ui/problem';

const MEBIBYTE = 1_048_576;

interface Props {
  base: DocumentPolicyContent;
  onClose: () => void;
}

/** The next version of the limits, in force from now on; what is kept stays as it was taken in. */
export function DocumentPolicyDialog({ base, onClose }: Props) {
  const { t } = useTranslation(['documents', 'common']);
  const label = useLabel();
  const place = useFormProblem();
  const tellDone = useTellDone();
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const form = useForm({
    initialValues: {
      megabytes: base.maxBytes / MEBIBYTE,
      types: base.types,
      unscannedDownload: base.unscannedDownload,
      linkMinutes: base.linkMinutes,
      reason: '',
    },
    validate: {
      types: (types) => (types.length > 0 ? null : t('common:form.required')),
      reason: (reason) => (reason.trim() ? null : t('common:form.required')),
    },
  });
  const save = useMutation({
    mutationFn: ({ megabytes, reason, ...rest }: typeof form.values) =>
      writeDocumentPolicy(
        { content: { ...base, ...rest, maxBytes: Math.round(megabytes * MEBIBYTE) }, reason },
        key,
      ),
    onMutate: () => setProblem(null),
    onSuccess: async () => {
      tellDone(t('saved'));
      onClose();
      await queryClient.invalidateQueries();
    },
    onError: (error) => {
      setKey(newKey());
      setProblem(place(form, error, (path) => path.replace(/^content\./, '')));
    },
  });
  return (
    <Dialog title={t('policy.edit')} size="md" onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack>
          <NumberInput
            label={t('policy.megabytes')}
            min={1}
            max={100}
            {...form.getInputProps('megabytes')}
          />
          <Checkbox.Group label={t('policy.types')} {...form.getInputProps('types')}>
            <Group mt={6} gap="sm">
              {FILE_TYPES.map((type) => (
                <Checkbox key={type} value={type} label={label('fileType', type)} />
              ))}
            </Group>
          </Checkbox.Group>
          <Switch
            label={t('policy.unscanned')}
            description={t('policy.unscannedDetail')}
            {...form.getInputProps('unscannedDownload', { type: 'checkbox' })}
          />
          <NumberInput
            label={t('policy.linkMinutes')}
            min={1}
            max={60}
            {...form.getInputProps('linkMinutes')}
          />
          <Textarea label={t('reason')} maxLength={2000} {...form.getInputProps('reason')} />
          <FormEnd problem={problem} sending={save.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
