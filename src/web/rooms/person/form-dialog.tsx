import {
  Alert,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { type GetInputPropsReturnType, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/client';
import { ApiError, type VersionChange } from '../../api/problem';
import { queryClient } from '../../app/query-client';
import { useLabel, useOptions } from '../../i18n/use-label';
import { readerZone } from '../../time/format';
import { Dialog } from '../../ui/dialog';
import { DayInput, InstantInput } from '../../ui/instant-input';
import { PersonPicker } from '../../ui/person-picker';
import { type ProblemText, useFormProblem, useTellDone } from '../../ui/problem';
import { StaleNotice } from '../../ui/stale-notice';

/** One field of a form about a person; its label is `field.<name>` of the `person` catalogue. */
export interface FormField {
  name: string;
  kind: 'text' | 'long' | 'day' | 'instant' | 'select' | 'person' | 'check';
  /** Vocabulary and codes of a `select`. */
  options?: readonly [vocabulary: string, codes: readonly string[]];
  /** Choices that no vocabulary names, e.g. the people of a case. */
  choices?: readonly { value: string; label: string }[];
  /** What an unchosen `select` means, as a key of the catalogue. */
  whenEmpty?: string;
  hint?: string;
  required?: boolean;
  initial?: string;
}

export type FormValues = Record<string, string | boolean>;

interface Props {
  /** Key under `act`, `done` and, where there is more to say, `about`. */
  name: string;
  about?: ReactNode;
  fields: readonly FormField[];
  /** Sends what was filled in; empty fields are left out. `key` makes sending twice one. */
  send: (values: Record<string, string | boolean>, key: string) => Promise<unknown>;
  submit?: string;
  onClose: () => void;
}

const filled = (values: FormValues) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== false));

/** The form of anything that may be added to a person or ended, from its fields. */
export function FormDialog({ name, about, fields, send, submit, onClose }: Props) {
  const { t } = useTranslation(['person', 'common']);
  const place = useFormProblem();
  const tellDone = useTellDone();
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const [changes, setChanges] = useState<VersionChange[] | null>(null);
  const form = useForm<FormValues>({
    initialValues: Object.fromEntries(
      fields.map((field) => [field.name, field.kind === 'check' ? false : (field.initial ?? '')]),
    ),
    validate: Object.fromEntries(
      fields
        .filter(({ required }) => required)
        .map((field) => [
          field.name,
          (value: string | boolean) => (value ? null : t('common:form.required')),
        ]),
    ),
  });
  const save = useMutation({
    mutationFn: (values: FormValues) => send(filled(values), key),
    onMutate: () => setProblem(null),
    onSuccess: async () => {
      tellDone(t(`done.${name}` as never));
      onClose();
      await queryClient.invalidateQueries();
    },
    onError: (error) => {
      setKey(newKey());
      if (error instanceof ApiError && error.status === 412) {
        setChanges(error.problem.changes ?? []);
        void queryClient.invalidateQueries();
        return;
      }
      setProblem(place(form, error));
    },
  });
  return (
    <Dialog onClose={onClose} title={t(`act.${name}` as never)} size="md">
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack>
          {about}
          {fields.map((field) => (
            <Input key={field.name} field={field} input={form.getInputProps(field.name)} />
          ))}
          {changes && <StaleNotice changes={changes} zone={readerZone()} />}
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
              {submit ?? t('common:action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function Input({ field, input }: { field: FormField; input: GetInputPropsReturnType }) {
  const { t } = useTranslation('person');
  const options = useOptions();
  const label = useLabel();
  const common = {
    label: String(t(`field.${field.name}` as never)),
    description: field.hint && String(t(field.hint as never)),
    withAsterisk: field.required,
    ...input,
  };
  switch (field.kind) {
    case 'long':
      return <Textarea {...common} autosize minRows={3} />;
    case 'day':
      return <DayInput {...common} />;
    case 'instant':
      return <InstantInput {...common} />;
    case 'person':
      return <PersonPicker {...common} />;
    case 'check': {
      const { value: _, ...rest } = common as { value?: unknown };
      return <Checkbox {...rest} checked={input.value === true} />;
    }
    case 'select': {
      const empty = field.whenEmpty ? String(t(field.whenEmpty as never)) : label('choose', 'one');
      return (
        <NativeSelect
          {...common}
          data={[
            ...(field.initial ? [] : [{ value: '', label: empty }]),
            ...(field.options ? options(...field.options) : []),
            ...(field.choices ?? []),
          ]}
        />
      );
    }
    default:
      return <TextInput {...common} autoComplete="off" />;
  }
}
