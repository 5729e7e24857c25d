import { Checkbox, MultiSelect, NativeSelect, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CatalogueFamily } from '../../api/catalogue';
import { OUTCOMES } from '../../api/codes';
import { useOptions } from '../../i18n/use-label';
import { Fields } from '../../ui/fieldset';
import type { CatalogueForm } from './catalogue-editor';
import { ConditionEditor } from './condition-editor';
import { DutiesEditor } from './duties-editor';
import { FieldEditor } from './field-editor';
import { Names, NO_LABEL, PartList } from './part-list';
import { MetByEditor, TypesEditor } from './rule-editors';

interface Props {
  form: CatalogueForm;
  /** Index of the family. */
  at: number;
  /** Whether the catalogue serves it, so that its duties are here too. */
  served: boolean;
}

export interface SectionProps {
  form: CatalogueForm;
  path: string;
  family: CatalogueFamily;
}

const NEW_TYPE = { code: '', label: NO_LABEL, tier: 'standard', attention: true, retired: false };
const NEW_FIELD = {
  ...{ code: '', label: NO_LABEL, kind: 'text', maxLength: 200 },
  ...{ required: 'no', tier: 'standard' },
};
const NEW_ITEM = { code: '', label: NO_LABEL, requiredToClose: false, metBy: { by: 'mark' } };
const ITEM_WAYS = ['mark', 'field', 'action'] as const;

/** Names, ways to close, types, fields, steps and time limits of one family. */
export function FamilyEditor({ form, at, served }: Props) {
  const { t } = useTranslation('catalogue');
  const options = useOptions();
  const path = `content.families.${at}`;
  const family = form.values.content.families[at]!;
  const section = { form, path, family };
  return (
    <Stack gap="lg">
      <Fields legend={t('names')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Names form={form} path={path} />
        </SimpleGrid>
        <MultiSelect
          label={t('outcomes')}
          placeholder={family.outcomes?.length ? undefined : t('allOutcomes')}
          data={options('outcome', OUTCOMES)}
          value={family.outcomes ?? []}
          onChange={(codes) =>
            form.setFieldValue(`${path}.outcomes`, codes.length > 0 ? codes : undefined)
          }
        />
      </Fields>
      <TypesSection {...section} />
      <FieldsSection {...section} />
      <ChecklistSection {...section} />
      {served && <DutiesEditor {...section} />}
    </Stack>
  );
}

function TypesSection({ form, path, family }: SectionProps) {
  const { t } = useTranslation('catalogue');
  const options = useOptions();
  return (
    <Fields legend={t('types')}>
      <PartList
        form={form}
        path={`${path}.types`}
        parts={family.types}
        fresh={NEW_TYPE}
        addName={t('addType')}
        aside={({ retired }) => retired && t('retired')}
      >
        {(_, at) => (
          <>
            <NativeSelect
              label={t('tier')}
              data={options('tier', ['standard', 'restricted', 'sealed'])}
              {...form.getInputProps(`${at}.tier`)}
            />
            <Checkbox
              mt="lg"
              label={t('attention')}
              {...form.getInputProps(`${at}.attention`, { type: 'checkbox' })}
            />
            <Checkbox
              mt="lg"
              label={t('retired')}
              {...form.getInputProps(`${at}.retired`, { type: 'checkbox' })}
            />
          </>
        )}
      </PartList>
    </Fields>
  );
}

function FieldsSection({ form, path, family }: SectionProps) {
  const { t } = useTranslation('catalogue');
  return (
    <Fields legend={t('fields')}>
      <PartList
        form={form}
        path={`${path}.fields`}
        parts={family.fields}
        fresh={NEW_FIELD}
        addName={t('addField')}
        aside={({ kind, showIf }) =>
          [t(`kinds.${kind}`), showIf && t('conditional')].filter(Boolean).join(' · ')
        }
      >
        {(field, at, i) => (
          <>
            <FieldEditor form={form} path={at} field={field} earlier={family.fields.slice(0, i)} />
            <TypesEditor
              types={family.types}
              value={field.types}
              onChange={(types) => form.setFieldValue(`${at}.types`, types)}
            />
            <ConditionEditor
              fields={family.fields.slice(0, i)}
              value={field.showIf}
              onChange={(showIf) => form.setFieldValue(`${at}.showIf`, showIf)}
            />
          </>
        )}
      </PartList>
    </Fields>
  );
}

function ChecklistSection({ form, path, family }: SectionProps) {
  const { t } = useTranslation('catalogue');
  return (
    <Fields legend={t('checklist')}>
      <PartList
        form={form}
        path={`${path}.checklist`}
        parts={family.checklist}
        fresh={NEW_ITEM}
        addName={t('addItem')}
        aside={({ requiredToClose }) => requiredToClose && t('requiredToClose')}
      >
        {(item, at) => (
          <>
            <MetByEditor
              ways={ITEM_WAYS}
              fields={family.fields}
              actions={form.values.content.actions}
              items={[]}
              value={item.metBy}
              onChange={(metBy) => form.setFieldValue(`${at}.metBy`, metBy)}
            />
            <Checkbox
              mt="lg"
              label={t('requiredToClose')}
              {...form.getInputProps(`${at}.requiredToClose`, { type: 'checkbox' })}
            />
            <TypesEditor
              types={family.types}
              value={item.types}
              onChange={(types) => form.setFieldValue(`${at}.types`, types)}
            />
            <ConditionEditor
              fields={family.fields}
              value={item.when}
              onChange={(when) => form.setFieldValue(`${at}.when`, when)}
            />
          </>
        )}
      </PartList>
    </Fields>
  );
}
