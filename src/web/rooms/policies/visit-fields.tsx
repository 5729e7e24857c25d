import {
  Button,
  Divider,
  Grid,
  Group,
  NativeSelect,
  NumberInput,
  Text,
  TextInput,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HARSHNESS, STAGES } from '../../api/codes';
import type { VisitInterval } from '../../api/types';
import { useOptions } from '../../i18n/use-label';
import { Fields } from '../../ui/fieldset';
import type { PolicyForm } from './policy-editor';
import { useRowNames } from './row-names';

/** Days between visits: the shortest row that applies, then harsh prisons, then the caps. */
export function VisitFields({ form }: { form: PolicyForm }) {
  const { t } = useTranslation('policies');
  const name = useRowNames();
  const { intervals, harshness, caps } = form.values.content.visits;
  return (
    <Fields legend={t('visits')}>
      <Text size="sm" c="dimmed">
        {t('visitsHow')}
      </Text>
      {intervals.map((row, index) => (
        <DaysRow
          key={index}
          form={form}
          path={`content.visits.intervals.${index}`}
          name={name.interval(row)}
          onRemove={() => form.removeListItem('content.visits.intervals', index)}
        />
      ))}
      <NewInterval form={form} />
      <Divider label={t('harsh')} labelPosition="left" />
      {harshness.map((row, index) => (
        <Grid key={row.harshness} gap="xs">
          <Grid.Col span={6}>
            <NumberInput
              label={t('divisor')}
              min={1.01}
              decimalScale={2}
              hideControls
              {...form.getInputProps(`content.visits.harshness.${index}.divisor`)}
            />
          </Grid.Col>
          <Grid.Col span={6}>
            <NumberInput
              label={t('minimumDays')}
              min={1}
              allowDecimal={false}
              hideControls
              {...form.getInputProps(`content.visits.harshness.${index}.minimumDays`)}
            />
          </Grid.Col>
        </Grid>
      ))}
      <Divider label={t('caps')} labelPosition="left" />
      {caps.map((cap, index) => (
        <DaysRow
          key={index}
          form={form}
          path={`content.visits.caps.${index}`}
          name={name.cap(cap)}
        />
      ))}
    </Fields>
  );
}

function DaysRow({
  form,
  path,
  name,
  onRemove,
}: {
  form: PolicyForm;
  path: string;
  name: string;
  onRemove?: () => void;
}) {
  const { t } = useTranslation('policies');
  return (
    <Grid align="end" gap="xs">
      <Grid.Col span={{ base: 12, sm: 4 }}>
        <NumberInput
          label={name}
          suffix={t('daysSuffix')}
          min={1}
          max={365}
          allowDecimal={false}
          hideControls
          {...form.getInputProps(`${path}.days`)}
        />
      </Grid.Col>
      <Grid.Col span={{ base: onRemove ? 8 : 12, sm: onRemove ? 6 : 8 }}>
        <TextInput aria-label={t('sourceOf', { name })} {...form.getInputProps(`${path}.source`)} />
      </Grid.Col>
      {onRemove && (
        <Grid.Col span={{ base: 4, sm: 2 }}>
          <Button
            variant="subtle"
            size="sm"
            px="xs"
            onClick={onRemove}
            aria-label={t('removeRow', { name })}
          >
            {t('remove')}
          </Button>
        </Grid.Col>
      )}
    </Grid>
  );
}

/** A row for a stage, a country or a kind of prison that needs an interval of its own. */
function NewInterval({ form }: { form: PolicyForm }) {
  const { t } = useTranslation('policies');
  const options = useOptions();
  const add = (row: Omit<VisitInterval, 'days' | 'source'>) =>
    form.insertListItem('content.visits.intervals', { ...row, days: 30, source: t('ownSource') });
  return (
    <Group gap="xs" align="end">
      <NativeSelect
        label={t('addStage')}
        value=""
        data={[{ value: '', label: t('choose') }, ...options('stage', STAGES)]}
        onChange={(event) => event.currentTarget.value && add({ stage: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('addHarshness')}
        value=""
        data={[{ value: '', label: t('choose') }, ...options('harshness', HARSHNESS)]}
        onChange={(event) =>
          event.currentTarget.value && add({ harshness: event.currentTarget.value })
        }
      />
      <TextInput
        label={t('addCountry')}
        maxLength={2}
        w={120}
        onChange={(event) => {
          const code = event.currentTarget.value.toUpperCase();
          if (!/^[A-Z]{2}$/.test(code)) return;
          add({ country: code });
          event.currentTarget.value = '';
        }}
      />
    </Group>
  );
}
