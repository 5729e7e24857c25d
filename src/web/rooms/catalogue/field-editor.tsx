import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CatalogueField, FIELD_KINDS, type FieldKind, type Option } from '../../api/catalogue';
import { useOptions } from '../../i18n/use-label';
import type { CatalogueForm } from './catalogue-editor';

interface Props {
  form: CatalogueForm;
  path: string;
  field: CatalogueField;
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

const write = (options: readonly Option[]): string =>
  options.map(({ code, label }) => `${code} = ${label.es} = ${label.en}`).join('\n');

/** `code = Spanish = English`, one per line; an option that was retired stays so. */
function readOptions(text: string, before: readonly Option[]): Option[] {
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const [code = '', es = '', en = ''] = line.split('=').map((part) => part.trim());
      const retired = before.find((option) => option.code === code)?.retired ?? false;
      return { code, label: { es, en }, retired };
    });
}

/** Kind, need and access of a field; the options of a choice. */
export function FieldEditor({ form, path, field }: Props) {
  const { t } = useTranslation('catalogue');
  const options = useOptions();
  const [text, setText] = useState(() => write(field.options ?? []));
  return (
    <>
      <NativeSelect
        label={t('kind')}
        data={FIELD_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={field.kind}
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
      {hasOptions(field.kind) && (
        <Textarea
          label={t('options')}
          autosize
          minRows={2}
          value={text}
          style={{ gridColumn: '1 / -1' }}
          onChange={(event) => {
            setText(event.currentTarget.value);
            form.setFieldValue(
              `${path}.options`,
              readOptions(event.currentTarget.value, field.options ?? []),
            );
          }}
        />
      )}
    </>
  );
}
