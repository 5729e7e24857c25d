import { Alert, Button, Group, List, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CatalogueContent, previewCatalogue, publishCatalogue } from '../../api/catalogue';
import { newKey } from '../../api/client';
import { queryClient } from '../../app/query-client';
import { useWords } from '../../catalogue/use-catalogue';
import { nowAt, toInstant } from '../../time/zoned';
import { Fields } from '../../ui/fieldset';
import { InstantInput } from '../../ui/instant-input';
import { type ProblemText, useFormProblem, useTellDone } from '../../ui/problem';
import { HEADQUARTERS_ZONE } from '../policies/zone';
import { FamilyEditor } from './family-editor';
import { PreviewTable } from './preview-table';

interface EditorValues {
  content: CatalogueContent;
  effectiveFrom: string;
  reason: string;
}
export type CatalogueForm = UseFormReturnType<EditorValues>;

interface Props {
  base: CatalogueContent;
  /** The version from which the edit starts. */
  basedOn: number;
  /** Families that the catalogue serves whole. */
  served: readonly string[];
  onClose: () => void;
}

/** A new version from the newest: one family at a time, what it would change, from when, and why. */
export function CatalogueEditor({ base, basedOn, served, onClose }: Props) {
  const { t } = useTranslation(['catalogue', 'common']);
  const words = useWords();
  const place = useFormProblem();
  const tellDone = useTellDone();
  const [family, setFamily] = useState(0);
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const needed = (value: string) => (value.trim() ? null : t('common:form.required'));
  const form = useForm<EditorValues>({
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
    mutationFn: () => previewCatalogue(form.values.content),
    onMutate: () => setProblem(null),
    onError: fail,
  });
  const publish = useMutation({
    mutationFn: ({ content, effectiveFrom, reason }: EditorValues) =>
      publishCatalogue(
        {
          content,
          basedOn,
          reason: reason.trim(),
          effectiveFrom: toInstant(effectiveFrom, HEADQUARTERS_ZONE),
        },
        key,
      ),
    onMutate: () => setProblem(null),
    onSuccess: () => {
      tellDone(t('published'));
      onClose();
      return queryClient.invalidateQueries();
    },
    onError: fail,
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => publish.mutate(values))}>
      <Stack gap="lg" maw={960}>
        <NativeSelect
          label={t('family')}
          maw={420}
          data={form.values.content.families.map(({ label }, i) => ({
            value: String(i),
            label: words(label),
          }))}
          value={String(family)}
          onChange={(event) => setFamily(Number(event.currentTarget.value))}
        />
        <FamilyEditor
          key={family}
          form={form}
          at={family}
          served={served.includes(form.values.content.families[family]?.code ?? '')}
        />
        <Fields legend={t('publishing')}>
          <InstantInput
            label={t('effectiveFrom')}
            description={t('common:form.localTime', { zone: HEADQUARTERS_ZONE })}
            maw={320}
            withAsterisk
            {...form.getInputProps('effectiveFrom')}
          />
          <Textarea
            label={t('reason')}
            autosize
            minRows={2}
            withAsterisk
            {...form.getInputProps('reason')}
          />
        </Fields>
        {preview.data && preview.data.faults.length > 0 && (
          <Alert color="rojo" variant="light" title={t('faults')} role="alert">
            <List size="sm">
              {preview.data.faults.map(({ path, code }) => (
                <List.Item key={`${path} ${code}`}>{`${path}: ${code}`}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        {preview.data && <PreviewTable preview={preview.data} />}
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
          <Button type="submit" loading={publish.isPending}>
            {t('publish')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
