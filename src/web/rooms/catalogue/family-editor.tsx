import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  NumberInput,
  Paper,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../catalogue/use-catalogue';
import { useOptions } from '../../i18n/use-label';
import { Fields } from '../../ui/fieldset';
import type { CatalogueForm } from './catalogue-editor';
import { FieldEditor } from './field-editor';
import { ConditionEditor, MetByEditor, TypesEditor } from './rule-editors';

interface Props {
  form: CatalogueForm;
  /** Index of the family. */
  at: number;
  /** Whether the catalogue serves it, so that its duties are here too. */
  served: boolean;
}

const EMPTY_LABEL = { es: '', en: '' };
const UNITS = ['hours', 'days', 'business_days'] as const;

/** Names, types, fields, steps and time limits of one family. */
export function FamilyEditor({ form, at, served }: Props) {
  const { t } = useTranslation('catalogue');
  const options = useOptions();
  const path = `content.families.${at}`;
  const family = form.values.content.families[at]!;
  return (
    <Stack gap="lg">
      <Fields legend={t('names')}>
        <Names form={form} path={path} />
      </Fields>
      <Fields legend={t('types')}>
        {family.types.map((type, i) => (
          <Part key={i} form={form} path={`${path}.types`} at={i} label={type.label}>
            <NativeSelect
              label={t('tier')}
              data={options('tier', ['standard', 'restricted', 'sealed'])}
              {...form.getInputProps(`${path}.types.${i}.tier`)}
            />
            <Checkbox
              mt="lg"
              label={t('retired')}
              {...form.getInputProps(`${path}.types.${i}.retired`, { type: 'checkbox' })}
            />
          </Part>
        ))}
        <Add
          name={t('addType')}
          onClick={() =>
            form.insertListItem(`${path}.types`, {
              code: '',
              label: EMPTY_LABEL,
              tier: 'standard',
              attention: true,
              retired: false,
            })
          }
        />
      </Fields>
      <Fields legend={t('fields')}>
        {family.fields.map((field, i) => (
          <Part key={i} form={form} path={`${path}.fields`} at={i} label={field.label}>
            <FieldEditor form={form} path={`${path}.fields.${i}`} field={field} />
            <TypesEditor
              types={family.types}
              value={field.types}
              onChange={(types) => form.setFieldValue(`${path}.fields.${i}.types`, types)}
            />
            <ConditionEditor
              fields={family.fields.slice(0, i)}
              value={field.showIf}
              onChange={(showIf) => form.setFieldValue(`${path}.fields.${i}.showIf`, showIf)}
            />
          </Part>
        ))}
        <Add
          name={t('addField')}
          onClick={() =>
            form.insertListItem(`${path}.fields`, {
              code: '',
              label: EMPTY_LABEL,
              kind: 'text',
              maxLength: 200,
              required: 'no',
              tier: 'standard',
            })
          }
        />
      </Fields>
      <Fields legend={t('checklist')}>
        {family.checklist.map((item, i) => (
          <Part key={i} form={form} path={`${path}.checklist`} at={i} label={item.label}>
            <Checkbox
              mt="lg"
              label={t('requiredToClose')}
              {...form.getInputProps(`${path}.checklist.${i}.requiredToClose`, {
                type: 'checkbox',
              })}
            />
            <TypesEditor
              types={family.types}
              value={item.types}
              onChange={(types) => form.setFieldValue(`${path}.checklist.${i}.types`, types)}
            />
            <ConditionEditor
              fields={family.fields}
              value={item.when}
              onChange={(when) => form.setFieldValue(`${path}.checklist.${i}.when`, when)}
            />
            <MetByEditor
              fields={family.fields}
              actions={form.values.content.actions}
              value={item.metBy}
              markable
              onChange={(metBy) => form.setFieldValue(`${path}.checklist.${i}.metBy`, metBy)}
            />
          </Part>
        ))}
        <Add
          name={t('addItem')}
          onClick={() =>
            form.insertListItem(`${path}.checklist`, {
              code: '',
              label: EMPTY_LABEL,
              requiredToClose: false,
              metBy: { by: 'mark' },
            })
          }
        />
      </Fields>
      {served && (
        <Fields legend={t('duties')}>
          {family.duties.map((duty, i) => (
            <Part key={i} form={form} path={`${path}.duties`} at={i} label={duty.label}>
              <NumberInput
                label={t('within')}
                min={1}
                allowDecimal={false}
                {...form.getInputProps(`${path}.duties.${i}.within.value`)}
              />
              <NativeSelect
                label={t('unit')}
                data={UNITS.map((value) => ({ value, label: t(`units.${value}`) }))}
                {...form.getInputProps(`${path}.duties.${i}.within.unit`)}
              />
              <TextInput
                label={t('source')}
                {...form.getInputProps(`${path}.duties.${i}.source`)}
              />
              <TypesEditor
                types={family.types}
                value={duty.types}
                onChange={(types) => form.setFieldValue(`${path}.duties.${i}.types`, types)}
              />
              <ConditionEditor
                fields={family.fields}
                value={duty.when}
                onChange={(when) => form.setFieldValue(`${path}.duties.${i}.when`, when)}
              />
              {duty.metBy.by !== 'item' && (
                <MetByEditor
                  fields={family.fields}
                  actions={form.values.content.actions}
                  value={duty.metBy}
                  markable={false}
                  onChange={(metBy) => form.setFieldValue(`${path}.duties.${i}.metBy`, metBy)}
                />
              )}
              <Checkbox
                mt="lg"
                label={t('repeats')}
                {...form.getInputProps(`${path}.duties.${i}.repeats`, { type: 'checkbox' })}
              />
            </Part>
          ))}
          <Add
            name={t('addDuty')}
            onClick={() =>
              form.insertListItem(`${path}.duties`, {
                code: '',
                label: EMPTY_LABEL,
                starts: { on: 'opening' },
                within: { unit: 'days', value: 7 },
                metBy: { by: 'action', actions: ['call'] },
                repeats: false,
                source: '',
              })
            }
          />
        </Fields>
      )}
    </Stack>
  );
}

function Names({ form, path }: { form: CatalogueForm; path: string }) {
  const { t } = useTranslation('catalogue');
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput label={t('nameEs')} {...form.getInputProps(`${path}.label.es`)} />
      <TextInput label={t('nameEn')} {...form.getInputProps(`${path}.label.en`)} />
    </SimpleGrid>
  );
}

interface PartProps {
  form: CatalogueForm;
  /** Path of the list. */
  path: string;
  at: number;
  label: { es: string; en: string };
  children: ReactNode;
}

/** One type, field, step or time limit: its code and names, what is its own, and a way to remove it. */
function Part({ form, path, at, label, children }: PartProps) {
  const { t } = useTranslation('catalogue');
  const words = useWords();
  return (
    <Paper withBorder p="sm" role="group" aria-label={words(label) || t('code')}>
      <Stack gap="sm">
        <Group align="flex-start" wrap="nowrap" gap="xs">
          <SimpleGrid cols={{ base: 1, sm: 3 }} style={{ flexGrow: 1 }}>
            <TextInput label={t('code')} {...form.getInputProps(`${path}.${at}.code`)} />
            <TextInput label={t('nameEs')} {...form.getInputProps(`${path}.${at}.label.es`)} />
            <TextInput label={t('nameEn')} {...form.getInputProps(`${path}.${at}.label.en`)} />
          </SimpleGrid>
          <ActionIcon
            variant="subtle"
            color="rojo"
            aria-label={t('removeNamed', { name: words(label) })}
            onClick={() => form.removeListItem(path, at)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>{children}</SimpleGrid>
      </Stack>
    </Paper>
  );
}

function Add({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <Group>
      <Button variant="default" size="xs" onClick={onClick}>
        {name}
      </Button>
    </Group>
  );
}
