import { MultiSelect, NativeSelect, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CatalogueField } from '../api/catalogue';
import { DayInput, InstantInput } from '../ui/instant-input';
import { useCountries } from '../ui/use-countries';
import { askedFields } from './asked';
import { answersIn, given, type TypedAnswers } from './typed-answers';
import { useWords } from './use-catalogue';

interface Props {
  fields: readonly CatalogueField[];
  typed: TypedAnswers;
  /** By field code. */
  errors: Record<string, React.ReactNode>;
  onChange: (code: string, value: string | string[]) => void;
  /** The post's time zone. */
  zone: string;
}

const isLong = ({ kind }: CatalogueField): boolean => kind === 'long_text';

/** The fields of a type that are asked, given what is typed so far. */
export function CatalogueFields({ fields, typed, errors, onChange, zone }: Props) {
  const asked = askedFields(fields, given(answersIn(fields, typed, zone)));
  const input = (field: CatalogueField) => (
    <FieldInput
      key={field.code}
      field={field}
      value={typed[field.code] ?? (field.kind === 'choices' ? [] : '')}
      error={errors[field.code]}
      onChange={(value) => onChange(field.code, value)}
    />
  );
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {asked.filter((field) => !isLong(field)).map(input)}
      </SimpleGrid>
      {asked.filter(isLong).map(input)}
    </>
  );
}

interface InputProps {
  field: CatalogueField;
  value: string | string[];
  error: React.ReactNode;
  onChange: (value: string | string[]) => void;
}

/** The Mantine input for a kind of field. */
function FieldInput({ field, value, error, onChange }: InputProps) {
  const { t } = useTranslation('catalogue');
  const words = useWords();
  const description = [
    field.help && words(field.help),
    field.required === 'closing' && t('neededToClose'),
    field.tier === 'restricted' && t('restricted'),
  ].filter(Boolean);
  const common = {
    label: words(field.label),
    description: description.length > 0 ? description.join(' · ') : undefined,
    withAsterisk: field.required === 'opening',
    error,
  };
  const text = String(value);
  const typed = { ...common, value: text, autoComplete: 'off' };
  const change = (event: { currentTarget: { value: string } }) =>
    onChange(event.currentTarget.value);
  const options = (field.options ?? [])
    .filter(({ code, retired }) => !retired || value.includes(code))
    .map(({ code, label }) => ({ value: code, label: words(label) }));
  const none = { value: '', label: t('unanswered') };
  switch (field.kind) {
    case 'long_text':
      return <Textarea {...typed} autosize minRows={3} onChange={change} />;
    case 'integer':
      return (
        <TextInput
          {...typed}
          type="number"
          inputMode="numeric"
          min={field.min}
          max={field.max}
          onChange={change}
        />
      );
    case 'boolean':
      return (
        <NativeSelect
          {...common}
          value={text}
          onChange={change}
          data={[none, { value: 'true', label: t('yes') }, { value: 'false', label: t('no') }]}
        />
      );
    case 'date':
      return <DayInput {...typed} onChange={change} />;
    case 'instant':
      return <InstantInput {...typed} onChange={change} />;
    case 'choice':
      return <NativeSelect {...common} value={text} onChange={change} data={[none, ...options]} />;
    case 'choices':
      return (
        <MultiSelect
          {...common}
          data={options}
          value={Array.isArray(value) ? value : []}
          onChange={onChange}
        />
      );
    case 'country':
      return <CountryInput {...common} value={text} onChange={onChange} />;
    default:
      return <TextInput {...typed} maxLength={field.maxLength} onChange={change} />;
  }
}

function CountryInput(props: {
  label: string;
  description?: string;
  error: React.ReactNode;
  value: string;
  onChange: (value: string) => void;
}) {
  const countries = useCountries();
  const { onChange, value, ...common } = props;
  return (
    <Select
      {...common}
      data={countries}
      searchable
      clearable
      value={value || null}
      onChange={(code) => onChange(code ?? '')}
    />
  );
}
