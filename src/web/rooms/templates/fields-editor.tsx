import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Paper,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TemplateField, VariableGroup } from '../../api/papers';
import { Fields } from '../../ui/fieldset';

interface Props {
  fields: TemplateField[];
  groups: VariableGroup[];
  onChange: (fields: TemplateField[]) => void;
}

const MOST_FIELDS = 40;

/** What the officer will be asked to complete. */
export function FieldsEditor({ fields, groups, onChange }: Props) {
  const { t, i18n } = useTranslation('templates');
  const language = i18n.language === 'en' ? 'en' : 'es';
  const texts = groups.flatMap((group) =>
    Object.entries(group.variables)
      .filter(([, variable]) => variable.kind === 'text')
      .map(([name, { label }]) => ({
        value: `${group.name}.${name}`,
        label: `${group.label[language]}: ${label[language]}`,
      })),
  );
  const change = (index: number, part: Partial<TemplateField>) =>
    onChange(fields.map((field, each) => (each === index ? { ...field, ...part } : field)));
  const add = () =>
    onChange([
      ...fields,
      { code: `campo_${fields.length + 1}`, label: '', long: false, required: false },
    ]);
  return (
    <Fields legend={t('fields')}>
      <Text size="sm" c="dimmed">
        {t('fieldsHint', { open: '{{', close: '}}' })}
      </Text>
      {fields.map((field, index) => (
        <Paper key={index} p="sm">
          <Stack gap="xs">
            <Group grow align="flex-start" preventGrowOverflow={false}>
              <TextInput
                label={t('fieldLabel')}
                value={field.label}
                onChange={(event) => change(index, { label: event.currentTarget.value })}
              />
              <TextInput
                label={t('fieldCode')}
                value={field.code}
                onChange={(event) => change(index, { code: event.currentTarget.value })}
              />
            </Group>
            <TextInput
              label={t('fieldHint')}
              value={field.hint ?? ''}
              onChange={(event) => change(index, { hint: event.currentTarget.value || undefined })}
            />
            <NativeSelect
              label={t('fieldFrom')}
              data={[{ value: '', label: t('nothing') }, ...texts]}
              value={field.from ?? ''}
              onChange={(event) => change(index, { from: event.currentTarget.value || undefined })}
            />
            <Group justify="space-between">
              <Group>
                <Checkbox
                  label={t('fieldRequired')}
                  checked={field.required}
                  onChange={(event) => change(index, { required: event.currentTarget.checked })}
                />
                <Checkbox
                  label={t('fieldLong')}
                  checked={field.long}
                  onChange={(event) => change(index, { long: event.currentTarget.checked })}
                />
              </Group>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('removeNamed', { name: field.label || field.code })}
                onClick={() => onChange(fields.filter((_, each) => each !== index))}
              >
                {t('remove')}
              </Button>
            </Group>
          </Stack>
        </Paper>
      ))}
      {fields.length < MOST_FIELDS && (
        <Group>
          <Button size="xs" variant="default" onClick={add}>
            {t('addField')}
          </Button>
        </Group>
      )}
    </Fields>
  );
}
