import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CatalogueField, FIELD_KINDS, type FieldKind, type Label } from '../../api/catalogue';
import { useOptions } from '../../i18n/use-label';
import type { CatalogueForm } from './catalogue-editor';
import { NEW_OPTION, PartList } from './part-list';
import { useNames } from './rule-editors';

interface Props {
  form: CatalogueForm;
  path: string;
  field: CatalogueField;
  /** Fields that stand before it in the form. */
  earlier: readonly CatalogueField[];
}

const REQUIRED = ['no', 'opening', 'closing'] as const;
const hasOptions = (kind: FieldKind): boolean => kind === 'choice' || kind === 'choices';

/** What a kind of field needs beside its name. */
function ofKind(field: CatalogueField, kind: FieldKind): CatalogueField {
  const { code, label, help, types, showIf, required, tier } = field;
  return {
    code,
    label,
    ...(help && { help }),
    ...(types && { types }),
    ...(showIf && { showIf }),
    required,
    tier,
    kind,
    ...(kind === 'text' && { maxLength: 200 }),
    ...(hasOptions(kind) && { options: field.options ?? [] }),
  };
}

/** Kind, need, access and help of a field, and what its answers must be. */
export function FieldEditor({ form, path, field, earlier }: Props) {
  const { t } = useTranslation('catalogue');
  const options = useOptions();
  const help = (change: Partial<Label>) => {
    const next = { es: '', en: '', ...field.help, ...change };
    form.setFieldValue(`${path}.help`, next.es || next.en ? next : undefined);
  };
  return (
    <>
      <NativeSelect
        label={t('kind')}
        data={FIELD_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={field.kind}
        error={form.errors[`${path}.kind`]}
        onChange={(event) =>
          form.setFieldValue(path, ofKind(field, event.currentTarget.value as FieldKind))
        }
      />
      <NativeSelect
        label={t('required')}
        data={REQUIRED.map((value) => ({ value, label: t(`requireds.${value}`) }))}
        {...form.getInputProps(`${path}.required`)}
      />
      <NativeSelect
        label={t('tier')}
        data={options('tier', ['standard', 'restricted'])}
        {...form.getInputProps(`${path}.tier`)}
      />
      <TextInput
        label={t('helpEs')}
        value={field.help?.es ?? ''}
        error={form.errors[`${path}.help.es`]}
        onChange={(event) => help({ es: event.currentTarget.value })}
      />
      <TextInput
        label={t('helpEn')}
        value={field.help?.en ?? ''}
        error={form.errors[`${path}.help.en`]}
        onChange={(event) => help({ en: event.currentTarget.value })}
      />
      <LimitsEditor form={form} path={path} field={field} earlier={earlier} />
      {hasOptions(field.kind) && (
        <PartList
          form={form}
          path={`${path}.options`}
          parts={field.options ?? []}
          fresh={NEW_OPTION}
          addName={t('addOption')}
          aside={({ retired }) => retired && t('retired')}
        >
          {(_, at) => (
            <Checkbox
              label={t('retired')}
              {...form.getInputProps(`${at}.retired`, { type: 'checkbox' })}
            />
          )}
        </PartList>
      )}
    </>
  );
}

/** What an answer of the field's kind must be. */
function LimitsEditor({ form, path, field, earlier }: Props) {
  const { t } = useTranslation('catalogue');
  const names = useNames();
  const number = (name: 'maxLength' | 'min' | 'max') => (
    <NumberInput
      label={t(name)}
      allowDecimal={false}
      value={field[name] ?? ''}
      error={form.errors[`${path}.${name}`]}
      onChange={(value) =>
        form.setFieldValue(`${path}.${name}`, value === '' ? undefined : Number(value))
      }
    />
  );
  if (field.kind === 'text') return number('maxLength');
  if (field.kind === 'integer')
    return (
      <>
        {number('min')}
        {number('max')}
      </>
    );
  if (field.kind !== 'date' && field.kind !== 'instant') return null;
  return (
    <>
      {field.kind === 'date' && (
        <NativeSelect
          label={t('notBefore')}
          data={[
            { value: '', label: t('anyDate') },
            ...names(earlier.filter(({ kind }) => kind === 'date')),
          ]}
          value={field.notBefore ?? ''}
          error={form.errors[`${path}.notBefore`]}
          onChange={(event) =>
            form.setFieldValue(`${path}.notBefore`, event.currentTarget.value || undefined)
          }
        />
      )}
      <Checkbox
        mt="lg"
        label={t('notFuture')}
        {...form.getInputProps(`${path}.notFuture`, { type: 'checkbox' })}
      />
    </>
  );
}
