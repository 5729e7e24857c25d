import { Alert, Button, Group, Stack, Textarea } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../api/client';
import { ApiError } from '../api/problem';
import { queryClient } from '../app/query-client';
import { nowAt, toInstant } from '../time/zoned';
import { Fields } from './fieldset';
import { InstantInput } from './instant-input';
import { type ProblemText, useFormProblem, useTellDone } from './problem';

interface VersionValues<Content> {
  content: Content;
  effectiveFrom: string;
  reason: string;
}
export type VersionForm<Content> = UseFormReturnType<VersionValues<Content>>;

interface Props<Content, Preview> {
  /** The content from which the edit starts. */
  base: Content;
  /** On whose wall clock it takes effect. */
  zone: string;
  preview: (content: Content) => Promise<Preview>;
  publish: (edit: VersionValues<Content>, key: string) => Promise<unknown>;
  words: { legend: string; reasonHint?: string; publish: string; published: string };
  onClose: () => void;
  /** What of the content may be changed. */
  fields: (form: VersionForm<Content>) => ReactNode;
  /** What of the content a preview refuses, by its place in the content. */
  refusals?: (preview: Preview) => Record<string, string>;
  /** What the version would change, and whatever refuses it. */
  outlook: (preview: Preview, form: VersionForm<Content>) => ReactNode;
}

/** A new version of what headquarters edits: its content, what it would change, from when, and why. */
export function VersionEditor<Content, Preview>(props: Props<Content, Preview>) {
  const { base, zone, words, onClose, fields, outlook } = props;
  const { t } = useTranslation();
  const place = useFormProblem();
  const tellDone = useTellDone();
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const needed = (value: string) => (value.trim() ? null : t('form.required'));
  const form: VersionForm<Content> = useForm({
    initialValues: { content: structuredClone(base), effectiveFrom: nowAt(zone), reason: '' },
    validate: (values) => ({
      effectiveFrom: needed(values.effectiveFrom),
      reason: needed(values.reason),
    }),
  });
  const fail = (error: Error) => {
    setKey(newKey());
    setProblem(place(form, error));
    const inside = refusalsInside(error);
    if (inside.length > 0) form.setErrors(Object.fromEntries(inside));
  };
  const preview = useMutation({
    mutationFn: () => props.preview(form.values.content),
    onMutate: () => setProblem(null),
    onSuccess: (outcome) =>
      form.setErrors(
        Object.fromEntries(
          Object.entries(props.refusals?.(outcome) ?? {}).map(([path, said]) => [
            `content.${path}`,
            said,
          ]),
        ),
      ),
    onError: fail,
  });
  const publish = useMutation({
    mutationFn: ({ content, effectiveFrom, reason }: VersionValues<Content>) =>
      props.publish(
        { content, reason: reason.trim(), effectiveFrom: toInstant(effectiveFrom, zone) },
        key,
      ),
    onMutate: () => setProblem(null),
    onSuccess: () => {
      tellDone(words.published);
      onClose();
      return queryClient.invalidateQueries();
    },
    onError: fail,
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => publish.mutate(values))}>
      <Stack gap="lg" maw={960}>
        {fields(form)}
        <Fields legend={words.legend}>
          <InstantInput
            label={t('version.effectiveFrom')}
            description={t('form.localTime', { zone })}
            maw={320}
            withAsterisk
            {...form.getInputProps('effectiveFrom')}
          />
          <Textarea
            label={t('version.reason')}
            description={words.reasonHint}
            autosize
            minRows={2}
            withAsterisk
            {...form.getInputProps('reason')}
          />
        </Fields>
        {preview.data && outlook(preview.data, form)}
        {problem && (
          <Alert color="rojo" variant="light" title={problem.title} role="alert">
            {problem.detail}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button variant="default" loading={preview.isPending} onClick={() => preview.mutate()}>
            {t('version.preview')}
          </Button>
          <Button type="submit" loading={publish.isPending}>
            {words.publish}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What is refused of the content itself, by its place in the form. */
const refusalsInside = (error: Error): [string, string][] =>
  error instanceof ApiError
    ? (error.problem.errors ?? [])
        .filter(({ path }) => path.startsWith('content.'))
        .map(({ path, message, code }) => [path, message ?? code])
    : [];
