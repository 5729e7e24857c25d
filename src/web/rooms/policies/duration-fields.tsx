import { Grid, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLabel, useOptions } from '../../i18n/use-label';
import { Fields } from '../../ui/fieldset';
import type { PolicyForm } from './policy-editor';

const UNITS = ['hours', 'days', 'business_days'] as const;

/** How long each duty runs, in which unit, and on whose authority. */
export function DurationFields({ form }: { form: PolicyForm }) {
  const { t } = useTranslation('policies');
  const label = useLabel();
  const options = useOptions();
  return (
    <Fields legend={t('durations')}>
      {Object.keys(form.values.content.durations).map((kind) => {
        const path = `content.durations.${kind}`;
        const name = label('obligation', kind);
        return (
          <Grid key={kind} align="end" gap="xs">
            <Grid.Col span={{ base: 5, sm: 4 }}>
              <NumberInput
                label={name}
                min={1}
                max={8784}
                allowDecimal={false}
                hideControls
                {...form.getInputProps(`${path}.value`)}
              />
            </Grid.Col>
            <Grid.Col span={{ base: 7, sm: 3 }}>
              <NativeSelect
                aria-label={t('unitOf', { name })}
                data={options('durationUnit', UNITS)}
                {...form.getInputProps(`${path}.unit`)}
              />
            </Grid.Col>
            <Grid.Col span={{ base: 12, sm: 5 }}>
              <TextInput
                aria-label={t('sourceOf', { name })}
                {...form.getInputProps(`${path}.source`)}
              />
            </Grid.Col>
          </Grid>
        );
      })}
    </Fields>
  );
}
