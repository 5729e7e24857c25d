import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Fields } from '../../ui/fieldset';
import { ConditionEditor } from './condition-editor';
import type { SectionProps } from './family-editor';
import { NO_LABEL, PartList } from './part-list';
import { MetByEditor, StartsEditor, TypesEditor } from './rule-editors';

const UNITS = ['hours', 'days', 'business_days'] as const;
const WAYS = ['item', 'field', 'action'] as const;
const NEW_DUTY = {
  ...{ code: '', label: NO_LABEL, starts: { on: 'opening' }, within: { unit: 'days', value: 7 } },
  ...{ metBy: { by: 'action', actions: ['call'] }, repeats: false, source: '' },
};

/** Time limits of a family: from when, how long, what meets them, and on whose authority. */
export function DutiesEditor({ form, path, family }: SectionProps) {
  const { t } = useTranslation('catalogue');
  return (
    <Fields legend={t('duties')}>
      <PartList
        form={form}
        path={`${path}.duties`}
        parts={family.duties}
        fresh={NEW_DUTY}
        addName={t('addDuty')}
        aside={({ within }) => `${within.value} ${t(`units.${within.unit}`)}`}
      >
        {(duty, at) => (
          <>
            <StartsEditor
              fields={family.fields}
              value={duty.starts}
              onChange={(starts) => form.setFieldValue(`${at}.starts`, starts)}
            />
            <NumberInput
              label={t('within')}
              min={1}
              max={8784}
              allowDecimal={false}
              {...form.getInputProps(`${at}.within.value`)}
            />
            <NativeSelect
              label={t('unit')}
              data={UNITS.map((value) => ({ value, label: t(`units.${value}`) }))}
              {...form.getInputProps(`${at}.within.unit`)}
            />
            <MetByEditor
              ways={WAYS}
              fields={family.fields}
              actions={form.values.content.actions}
              items={family.checklist}
              value={duty.metBy}
              onChange={(metBy) => form.setFieldValue(`${at}.metBy`, metBy)}
            />
            <Checkbox
              mt="lg"
              label={t('repeats')}
              error={form.errors[`${at}.repeats`]}
              {...form.getInputProps(`${at}.repeats`, { type: 'checkbox' })}
            />
            <TextInput label={t('source')} {...form.getInputProps(`${at}.source`)} />
            <TypesEditor
              types={family.types}
              value={duty.types}
              onChange={(types) => form.setFieldValue(`${at}.types`, types)}
            />
            <ConditionEditor
              fields={family.fields}
              value={duty.when}
              onChange={(when) => form.setFieldValue(`${at}.when`, when)}
            />
          </>
        )}
      </PartList>
    </Fields>
  );
}
