import {
  Alert,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/client';
import { queryClient } from '../../app/query-client';
import { toInstant } from '../../time/zoned';
import { Dialog } from '../../ui/dialog';
import { InstantInput } from '../../ui/instant-input';
import { type ProblemText, useFormProblem, useTellDone } from '../../ui/problem';

export interface FormField {
  /** Label `field.<name>` of the `cooperation` catalogue. */
  name: string;
  kind: 'text' | 'long' | 'select' | 'instant' | 'flag' | 'checks';
  required?: boolean;
  initial?: string;
  options?: readonly { value: string; label: string }[];
}

type Values = Record<string, string | boolean | string[]>;

interface Props {
  /** Names its title `act.<name>` and what is told once done `done.<name>`. */
  name: string;
  fields: readonly FormField[];
  zone: string;
  hint?: string;
  /** Given what was filled in; instants in UTC. */
  send: (body: Record<string, unknown>, key: string) => Promise<unknown>;
  onClose: () => void;
}

const emptyOf = ({ kind, initial }: FormField): string | boolean | string[] =>
  kind === 'flag' ? false : kind === 'checks' ? [] : (initial ?? '');

function bodyOf(fields: readonly FormField[], values: Values, zone: string) {
  return Object.fromEntries(
    fields.flatMap(({ name, kind }) => {
      const value = values[name];
      if (value === undefined || value === '') return [];
      return [[name, kind === 'instant' ? toInstant(String(value), zone) : value]];
    }),
  );
}

/** The form of one act, from its fields. */
export function FormDialog({ name, fields, zone, hint, send, onClose }: Props) {
  const { t } = useTranslation(['cooperation', 'common']);
  const place = useFormProblem();
  const tellDone = useTellDone();
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const form = useForm<Values>({
    initialValues: Object.fromEntries(fields.map((field) => [field.name, emptyOf(field)])),
    validate: Object.fromEntries(
      fields
        .filter(({ required }) => required)
        .map((field) => [
          field.name,
          (value: Values[string]) =>
            value === '' || (Array.isArray(value) && value.length === 0)
              ? t('common:form.required')
              : null,
        ]),
    ),
  });
  const save = useMutation({
    mutationFn: (values: Values) => send(bodyOf(fields, values, zone), key),
    onMutate: () => setProblem(null),
    onSuccess: async () => {
      tellDone(t(`done.${name}` as never));
      onClose();
      await queryClient.invalidateQueries();
    },
    onError: (error) => {
      setKey(newKey());
      setProblem(place(form, error, (path) => path.replace(/^(?:handOver\.|(\w+)\.\d+$)/, '$1')));
    },
  });
  return (
    <Dialog onClose={onClose} title={t(`act.${name}` as never)} size="md">
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack>
          {hint && <Text size="sm">{hint}</Text>}
          {fields.map((field) => (
            <Field key={field.name} field={field} input={form.getInputProps(field.name)} />
          ))}
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
    </Dialog>
  );
}

function Field({
  field,
  input,
}: {
  field: FormField;
  input: ReturnType<ReturnType<typeof useForm<Values>>['getInputProps']>;
}) {
  const { t } = useTranslation(['cooperation', 'common']);
  const common = {
    label: t(`field.${field.name}` as never) as string,
    withAsterisk: field.required,
    ...input,
  };
  switch (field.kind) {
    case 'long':
      return <Textarea {...common} autosize minRows={3} />;
    case 'instant':
      return <InstantInput {...common} />;
    case 'flag':
      return <Checkbox {...common} checked={Boolean(input.value)} />;
    case 'checks':
      return (
        <Checkbox.Group {...common}>
          <Stack gap="xs" mt="xs">
            {(field.options ?? []).map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </Stack>
        </Checkbox.Group>
      );
    case 'select':
      return (
        <NativeSelect
          {...common}
          data={[{ value: '', label: t('choose') }, ...(field.options ?? [])]}
        />
      );
    default:
      return <TextInput {...common} autoComplete="off" />;
  }
}
