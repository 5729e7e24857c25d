import { Checkbox, NativeSelect, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useForm, type GetInputPropsReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listStaff } from '../../api/cases';
import type { CaseFile } from '../../api/types';
import { actOnViolence } from '../../api/violence';
import { useLabel, useOptions } from '../../i18n/use-label';
import { nowAt, todayAt, toInstant } from '../../time/zoned';
import { FormDialog } from '../../ui/form-dialog';
import { DayInput, InstantInput } from '../../ui/instant-input';
import { PersonPicker } from '../../ui/person-picker';
import type { Known, ViolenceAct, ViolenceField } from './acts';

type Values = Record<string, string | string[]>;

interface Props {
  act: ViolenceAct;
  file: CaseFile;
  zone: string;
  /** What is acted on inside the case. */
  target?: string;
  known?: Known;
  onClose: () => void;
}

function initialOf({ kind, name, initial }: ViolenceField, known: Known, zone: string) {
  const before = known[name];
  if (before) return before;
  if (kind === 'checks') return [];
  if (initial === 'now') return nowAt(zone);
  return initial === 'today' ? todayAt(zone) : (initial ?? '');
}

/** What is sent: instants in UTC, nothing that was left empty. */
const bodyOf = (act: ViolenceAct, values: Values, zone: string, target: string) => ({
  ...Object.fromEntries(
    act.fields.flatMap(({ name, kind }) => {
      const value = values[name];
      if (!value || value.length === 0) return [];
      return [[name, kind === 'instant' ? toInstant(String(value), zone) : value]];
    }),
  ),
  ...act.fixed?.(target),
});

/** Values of the names in the act's path: the case, and what is acted on inside it. */
const namesIn = ({ path }: ViolenceAct, id: string, target: string): Record<string, string> =>
  Object.fromEntries(
    [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, name === 'id' ? id : target]),
  );

/** The form of any act, from its fields. */
export function ActForm({ act, file, zone, target = '', known = {}, onClose }: Props) {
  const { t } = useTranslation(['violence', 'common']);
  const form = useForm<Values>({
    initialValues: Object.fromEntries(
      act.fields.map((field) => [field.name, initialOf(field, known, zone)]),
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
  return (
    <FormDialog
      title={t(`act.${act.name}`)}
      form={form}
      done={t('done')}
      send={(values, sending) =>
        actOnViolence(act.path, bodyOf(act, values, zone, target), {
          ...sending,
          at: namesIn(act, file.id, target),
        })
      }
      onClose={onClose}
    >
      {act.fields.map((field) => (
        <FieldInput
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
    </FormDialog>
  );
}

interface InputProps {
  field: ViolenceField;
  file: CaseFile;
  input: GetInputPropsReturnType;
}

function FieldInput({ field, file, input }: InputProps) {
  const { t } = useTranslation('violence');
  const options = useOptions();
  const choices = field.options ? options(...field.options) : [];
  const common = {
    label: String(t(`field.${field.label ?? field.name}` as never)),
    withAsterisk: field.required,
    ...input,
  };
  const chosen = (data: { value: string; label: string }[]) => (
    <NativeSelect
      {...common}
      data={[...(field.initial ? [] : [{ value: '', label: t('choose') }]), ...data]}
    />
  );
  switch (field.kind) {
    case 'long':
      return <Textarea {...common} autosize minRows={3} />;
    case 'day':
      return <DayInput {...common} />;
    case 'instant':
      return <InstantInput {...common} />;
    case 'person':
      return <PersonPicker {...common} />;
    case 'staff':
      return <StaffInput postId={file.postId} {...common} />;
    case 'part':
      return chosen(
        file.people
          .filter(({ until, role }) => !until && role !== 'beneficiary')
          .map(({ personId, fullName }) => ({ value: personId, label: fullName })),
      );
    case 'checks':
      return (
        <Checkbox.Group {...common}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
            {choices.map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
      );
    case 'select':
      return chosen(choices);
    default:
      return <TextInput {...common} autoComplete="off" />;
  }
}

function StaffInput({ postId, ...common }: { postId: string; label: string }) {
  const { t } = useTranslation('violence');
  const label = useLabel();
  const staff = useQuery({ queryKey: ['staff', postId], queryFn: () => listStaff(postId) });
  return (
    <NativeSelect
      {...common}
      data={[
        { value: '', label: t('choose') },
        ...(staff.data?.items ?? []).map(({ accountId, displayName, role }) => ({
          value: accountId,
          label: `${displayName} · ${label('staffRole', role)}`,
        })),
      ]}
    />
  );
}
