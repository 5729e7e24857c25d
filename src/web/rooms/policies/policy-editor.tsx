import { Alert, Button, Group, Stack, Textarea } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/client';
import { previewPolicy, savePolicy } from '../../api/oversight';
import type { PolicyContent } from '../../api/types';
import { queryClient } from '../../app/query-client';
import { nowAt, toInstant } from '../../time/zoned';
import { Fields } from '../../ui/fieldset';
import { InstantInput } from '../../ui/instant-input';
import { type ProblemText, useFormProblem, useTellDone } from '../../ui/problem';
import { DurationFields } from './duration-fields';
import { EscalationFields } from './escalation-fields';
import { PolicyPreviewTable } from './policy-preview-table';
import { VisitFields } from './visit-fields';
import { HEADQUARTERS_ZONE } from './zone';

interface PolicyValues {
  content: PolicyContent;
  effectiveFrom: string;
  reason: string;
}

export type PolicyForm = UseFormReturnType<PolicyValues>;

/** A new version from the newest: its numbers, what it would move, from when, and why. */
export function PolicyEditor({ base, onClose }: { base: PolicyContent; onClose: () => void }) {
  const { t } = useTranslation(['policies', 'common']);
  const place = useFormProblem();
  const tellDone = useTellDone();
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const needed = (value: string) => (value.trim() ? null : t('common:form.required'));
  const form = useForm<PolicyValues>({
    initialValues: {
      content: structuredClone(base),
      effectiveFrom: nowAt(HEADQUARTERS_ZONE),
      reason: '',
    },
    validate: { effectiveFrom: needed, reason: needed },
  });
  const fail = (error: Error) => {
    setKey(newKey());
    setProblem(place(form, error));
  };
  const preview = useMutation({
    mutationFn: () => previewPolicy(form.values.content),
    onMutate: () => setProblem(null),
    onError: fail,
  });
  const save = useMutation({
    mutationFn: ({ content, effectiveFrom, reason }: PolicyValues) =>
      savePolicy(
        {
          content,
          reason: reason.trim(),
          effectiveFrom: toInstant(effectiveFrom, HEADQUARTERS_ZONE),
        },
        key,
      ),
    onMutate: () => setProblem(null),
    onSuccess: () => {
      tellDone(t('saved'));
      onClose();
      return queryClient.invalidateQueries();
    },
    onError: fail,
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="lg" maw={960}>
        <DurationFields form={form} />
        <VisitFields form={form} />
        <EscalationFields form={form} />
        <Fields legend={t('inForceFrom')}>
          <InstantInput
            label={t('effectiveFrom')}
            description={t('common:form.localTime', { zone: HEADQUARTERS_ZONE })}
            maw={320}
            withAsterisk
            {...form.getInputProps('effectiveFrom')}
          />
          <Textarea
            label={t('reason')}
            description={t('reasonHint')}
            autosize
            minRows={2}
            withAsterisk
            {...form.getInputProps('reason')}
          />
        </Fields>
        {preview.data && <PolicyPreviewTable preview={preview.data} />}
        {problem && (
          <Alert color="rojo" variant="light" title={problem.title} role="alert">
            {problem.detail}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button variant="default" loading={preview.isPending} onClick={() => preview.mutate()}>
            {t('preview')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
