import { Checkbox, NativeSelect, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { type GetInputPropsReturnType, useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel, useOptions } from '../i18n/use-label';
import { toInstant } from '../time/zoned';
import { CountrySelect } from './country-select';
import { DocumentSelect } from './document-select';
import { FormDialog } from './form-dialog';
import { DayInput, InstantInput } from './instant-input';
import { PersonPicker } from './person-picker';
import { StaffSelect } from './staff-select';

/** One field of a form given by its fields. */
export interface FormField {
  /** Its label is `field.<label ?? name>` of the catalogue. */
  name: string;
  label?: string;
  kind:
    | 'text'
    | 'long'
    | 'day'
    | 'instant'
    | 'select'
    | 'person'
    | 'staff'
    | 'check'
    | 'checks'
    | 'country'
    | 'document';
  /** Vocabulary and codes of a `select`. */
  options?: readonly [vocabulary: string, codes: readonly string[]];
  /** Choices that no vocabulary names, e.g. the people of a case. */
  choices?: readonly { value: string; label: string }[];
  /** What an unchosen `select` means, as a key of the catalogue. */
  whenEmpty?: string;
  /** Key of the catalogue. */
  hint?: string;
  required?: boolean;
  initial?: string | string[];
  /** Of `staff`: where they serve. */
  postId?: string;
  /** Of `document`: whose file. */
  caseId?: string;
}

export type FieldValue = string | boolean | string[];
type Values = Record<string, FieldValue>;

interface Props {
  catalogue:
    | 'aid'
    | 'budget'
    | 'cooperation'
    | 'crisis'
    | 'death'
    | 'indicators'
    | 'minors'
    | 'missing'
    | 'person'
    | 'repatriation'
    | 'spending'
    | 'trafficking'
    | 'violence';
  /** Names its title `act.<name>` and what is told once done, `done.<name>`. */
  name: string;
  /** What is told once done, where it is the same for every act. */
  done?: string;
  about?: ReactNode;
  fields: readonly FormField[];
  /** IANA zone in which instants are typed; they are sent in UTC. */
  zone?: string;
  /** Given what was filled in, without what was left empty; `key` makes sending twice one. */
  send: (body: Values, key: string) => Promise<unknown>;
  /** What the button that sends says; absent: save. */
  action?: string;
  onClose: () => void;
}

const isEmpty = (value: FieldValue | undefined): boolean =>
  !value || (Array.isArray(value) && value.length === 0);

const emptyOf = ({ kind, initial }: FormField): FieldValue =>
  kind === 'check' ? false : (initial ?? (kind === 'checks' ? [] : ''));

const bodyOf = (fields: readonly FormField[], values: Values, zone?: string): Values =>
  Object.fromEntries(
    fields.flatMap(({ name, kind }) => {
      const value = values[name];
      if (value === undefined || isEmpty(value)) return [];
      return [[name, zone && kind === 'instant' ? toInstant(String(value), zone) : value]];
    }),
  );

/** The form of one act in a dialog, from its fields. */
export function FieldsDialog(props: Props) {
  const { catalogue, name, done, about, fields, zone, send, action, onClose } = props;
  const { t } = useTranslation([catalogue, 'common']);
  const form = useForm<Values>({
    initialValues: Object.fromEntries(fields.map((field) => [field.name, emptyOf(field)])),
    validate: Object.fromEntries(
      fields
        .filter(({ required }) => required)
        .map((field) => [
          field.name,
          (value: FieldValue) => (isEmpty(value) ? t('common:form.required') : null),
        ]),
    ),
  });
  return (
    <FormDialog
      title={t(`act.${name}` as never)}
      form={form}
      send={(values, { key }) => send(bodyOf(fields, values, zone), key)}
      done={done ?? t(`done.${name}` as never)}
      {...(action ? { action } : {})}
      rename={(path) =>
        path.replace(/^(?:handOver\.|removal\.|\w+\.\d+\.(?=\w)|(\w+)\.\d+$)/, '$1')
      }
      onClose={onClose}
    >
      {typeof about === 'string' ? <Text size="sm">{about}</Text> : about}
      {fields.map((field) => (
        <Input
          key={field.name}
          catalogue={catalogue}
          field={field}
          input={form.getInputProps(field.name)}
        />
      ))}
      {zone && fields.some(({ kind }) => kind === 'instant') && (
        <Text size="xs" c="dimmed">
          {t('common:form.localTime', { zone })}
        </Text>
      )}
    </FormDialog>
  );
}

function Input({
  catalogue,
  field,
  input,
}: {
  catalogue: Props['catalogue'];
  field: FormField;
  input: GetInputPropsReturnType;
}) {
  const { t } = useTranslation(catalogue);
  const options = useOptions();
  const label = useLabel();
  const choices = [...(field.options ? options(...field.options) : []), ...(field.choices ?? [])];
  const common = {
    label: String(t(`field.${field.label ?? field.name}` as never)),
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
    case 'country':
      return <CountrySelect {...common} clearable={!field.required} />;
    case 'document':
      return <DocumentSelect caseId={field.caseId ?? ''} {...common} />;
    case 'staff':
      return <StaffSelect postId={field.postId ?? ''} {...common} />;
    case 'check': {
      const { value: _, ...rest } = common as { value?: unknown };
      return <Checkbox {...rest} checked={input.value === true} />;
    }
    case 'checks':
      return (
        <Checkbox.Group {...common}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
            {choices.map(({ value, label: text }) => (
              <Checkbox key={value} value={value} label={text} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
      );
    case 'select': {
      const empty = field.whenEmpty ? String(t(field.whenEmpty as never)) : label('choose', 'one');
      return (
        <NativeSelect
          {...common}
          data={[...(field.initial ? [] : [{ value: '', label: empty }]), ...choices]}
        />
      );
    }
    default:
      return <TextInput {...common} autoComplete="off" />;
  }
}
