import { ActionIcon, Button, Group, MultiSelect, NativeSelect, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CatalogueField, Condition } from '../../api/catalogue';
import { useNames } from './rule-editors';

interface Props {
  /** Fields that may be asked about. */
  fields: readonly CatalogueField[];
  value: Condition[] | undefined;
  onChange: (value: Condition[] | undefined) => void;
}

/** What the API takes. */
const MOST = 5;

/** When a part applies: always, or while all its conditions on answers hold. */
export function ConditionEditor({ fields, value = [], onChange }: Props) {
  const { t } = useTranslation('catalogue');
  const set = (conditions: Condition[]) => onChange(conditions.length > 0 ? conditions : undefined);
  const first = fields.find(({ code }) => code)?.code;
  return (
    <Stack gap="xs" role="group" aria-label={t('showIf')} style={{ gridColumn: '1 / -1' }}>
      <Group gap="xs">
        <Text size="sm" fw={500}>
          {t('showIf')}
        </Text>
        <Text size="sm" c="dimmed">
          {value.length === 0 ? t('always') : value.length > 1 && t('allHold')}
        </Text>
      </Group>
      {value.map((condition, i) => (
        <ConditionRow
          key={i}
          n={i + 1}
          fields={fields}
          value={condition}
          onChange={(changed) => set(value.map((other, at) => (at === i ? changed : other)))}
          onRemove={() => set(value.filter((_, at) => at !== i))}
        />
      ))}
      {first && value.length < MOST && (
        <Group>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => set([...value, { field: first, known: true }])}
          >
            {t('addCondition')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface RowProps {
  n: number;
  fields: readonly CatalogueField[];
  value: Condition;
  onChange: (value: Condition) => void;
  onRemove: () => void;
}

function ConditionRow({ n, fields, value, onChange, onRemove }: RowProps) {
  const { t } = useTranslation('catalogue');
  const names = useNames();
  const field = fields.find(({ code }) => code === value.field);
  const answers =
    field?.kind === 'boolean'
      ? [
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ]
      : names(field?.options ?? []);
  const known = names(fields);
  // a field that no longer stands earlier is shown as it is, for the preview to refuse
  const offered = field ? known : [{ value: value.field, label: value.field }, ...known];
  const test = 'is' in value ? 'is' : value.known ? 'known' : 'unknown';
  const tests = (['is', 'known', 'unknown'] as const).filter(
    (name) => name !== 'is' || answers.length > 0 || test === 'is',
  );
  const choose = (name: string) =>
    onChange(
      name === 'is'
        ? { field: value.field, is: answers.slice(0, 1).map((answer) => answer.value) }
        : { field: value.field, known: name === 'known' },
    );
  return (
    <Group role="group" aria-label={t('conditionN', { n })} align="flex-end" gap="xs">
      <NativeSelect
        label={t('conditionField')}
        data={offered}
        value={value.field}
        style={{ flex: '1 1 12rem' }}
        onChange={(event) => onChange({ field: event.currentTarget.value, known: true })}
      />
      <NativeSelect
        label={t('conditionTest')}
        data={tests.map((name) => ({ value: name, label: t(`tests.${name}`) }))}
        value={test}
        style={{ flex: '1 1 9rem' }}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {'is' in value && (
        <MultiSelect
          label={t('answerIs')}
          data={answers}
          value={value.is}
          style={{ flex: '2 1 12rem' }}
          onChange={(is) => onChange({ field: value.field, is })}
        />
      )}
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={t('removeNamed', { name: t('conditionN', { n }) })}
        onClick={onRemove}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
