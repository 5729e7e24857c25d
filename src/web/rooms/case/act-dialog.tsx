import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, newKey, patch, post, type VersionChange } from '../../api/http';
import type { CaseFile } from '../../api/types';
import { queryClient } from '../../app/query-client';
import { nowAt, todayAt, toInstant, toWallClock } from '../../time/zoned';
import { Dialog } from '../../ui/dialog';
import { type ProblemText, useFormProblem, useTellDone } from '../../ui/problem';
import { StaleNotice } from '../../ui/stale-notice';
import { ActFieldInput } from './act-field-input';
import type { Act, ActField } from './acts';

type Values = Record<string, string | string[]>;

interface Props {
  act: Act;
  file: CaseFile;
  zone: string;
  /** Id of what is acted on inside the case, for an act with `{target}`. */
  target?: string;
  onClose: () => void;
}

function initialOf(field: ActField, file: CaseFile, zone: string): string | string[] {
  if (field.kind === 'checks') return [];
  if (field.initial === 'now') return field.kind === 'day' ? todayAt(zone) : nowAt(zone);
  const value = typeof field.initial === 'function' ? field.initial(file) : field.initial;
  if (!value) return '';
  return field.kind === 'instant' ? toWallClock(value, zone) : value;
}

/** What is sent: instants in UTC; an emptied field is `null` in an edit and absent in a new fact. */
function bodyOf(act: Act, values: Values, zone: string): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const { name, kind } of act.fields) {
    const value = values[name];
    if (value === undefined || value === '') {
      if (act.method === 'PATCH') body[name] = null;
    } else {
      body[name] = kind === 'instant' ? toInstant(String(value), zone) : value;
    }
  }
  return act.toBody ? act.toBody(body) : body;
}

function addressOf(act: Act, file: CaseFile, target: string | undefined): string {
  const path = act.path.replace('{target}', target ?? '');
  return `/${act.to}/${file.id}${path ? `/${path}` : ''}`;
}

/** The form of any act, from its fields; or why the act may not be done now. */
export function ActDialog({ act, file, zone, target, onClose }: Props) {
  const { t } = useTranslation(['detention', 'common']);
  const reason = act.blocked?.(file);
  return (
    <Dialog onClose={onClose} title={t(`act.${act.name}` as never)} size="md">
      {reason ? (
        <Stack>
          <Text>{t(`blocked.${reason}` as never)}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:action.close')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <ActForm act={act} file={file} zone={zone} target={target} onClose={onClose} />
      )}
    </Dialog>
  );
}

function ActForm({ act, file, zone, target, onClose }: Props) {
  const { t } = useTranslation(['detention', 'common']);
  const place = useFormProblem();
  const tellDone = useTellDone();
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const [changes, setChanges] = useState<VersionChange[] | null>(null);
  const form = useForm<Values>({
    initialValues: Object.fromEntries(
      act.fields.map((field) => [field.name, initialOf(field, file, zone)]),
    ),
    validate: Object.fromEntries(
      act.fields
        .filter(({ required }) => required)
        .map(({ name }) => [
          name,
          (value: string | string[]) => (value.length > 0 ? null : t('common:form.required')),
        ]),
    ),
  });
  const version = act.to === 'detentions' ? (file.detention?.version ?? 0) : file.version;
  const save = useMutation({
    mutationFn: (values: Values) => {
      const body = bodyOf(act, values, zone);
      const address = addressOf(act, file, target);
      return act.method === 'PATCH'
        ? patch<unknown>(address, body, { version })
        : post<unknown>(address, body, { key, version });
    },
    onMutate: () => setProblem(null),
    onSuccess: async () => {
      tellDone(t(`done.${act.name}` as never));
      onClose();
      await queryClient.invalidateQueries();
    },
    onError: (error) => {
      setKey(newKey());
      if (error instanceof ApiError && error.status === 412) {
        setChanges(error.problem.changes ?? []);
        void queryClient.invalidateQueries({ queryKey: ['case', file.id] });
        return;
      }
      setProblem(place(form, error));
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack>
        {act.fields.length === 0 && <Text size="sm">{t(`about.${act.name}` as never)}</Text>}
        {act.fields.map((field) => (
          <ActFieldInput
            key={field.name}
            field={field}
            postId={file.postId}
            input={form.getInputProps(field.name)}
          />
        ))}
        {act.fields.some(({ kind }) => kind === 'instant') && (
          <Text size="xs" c="dimmed">
            {t('common:form.localTime', { zone })}
          </Text>
        )}
        {changes && <StaleNotice changes={changes} zone={zone} />}
        {problem && (
          <Alert color="rojo" variant="light" title={problem.title} role="alert">
            {problem.detail}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('common:action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
