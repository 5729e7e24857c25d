import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey, patch, type PathWith, post, type Sending } from '../../api/client';
import { ApiError, type VersionChange } from '../../api/problem';
import type { CaseFile } from '../../api/types';
import { queryClient } from '../../app/query-client';
import { nowAt, todayAt, toInstant, toWallClock } from '../../time/zoned';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
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
  if (field.kind === 'checks' || field.kind === 'colleagues') return [];
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

/** Values of the names in the act's path: the case, and what is acted on inside it. */
function namesIn(act: Act, file: CaseFile, target: string | undefined): Record<string, string> {
  const names = [...act.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  return Object.fromEntries(names.map((name) => [name, name === 'id' ? file.id : (target ?? '')]));
}

/** The acts are data, so their bodies are checked by the API and not by the compiler. */
const send = (act: Act, body: object, sending: Sending): Promise<unknown> =>
  act.method === 'PATCH'
    ? patch(act.path as PathWith<'patch'>, body as never, sending)
    : post(act.path as PathWith<'post'>, body as never, sending);

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
  const ofDetention = act.path.startsWith('/api/v1/detentions/');
  const version = act.versionOf
    ? act.versionOf(file, target ?? '')
    : ofDetention
      ? file.detention?.version
      : file.version;
  const save = useMutation({
    mutationFn: (values: Values) =>
      send(act, bodyOf(act, values, zone), { at: namesIn(act, file, target), version, key }),
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
            file={file}
            input={form.getInputProps(field.name)}
          />
        ))}
        {act.fields.some(({ kind }) => kind === 'instant') && (
          <Text size="xs" c="dimmed">
            {t('common:form.localTime', { zone })}
          </Text>
        )}
        {changes && <StaleNotice changes={changes} zone={zone} />}
        <FormEnd problem={problem} sending={save.isPending} onClose={onClose} />
      </Stack>
    </form>
  );
}
