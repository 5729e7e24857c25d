import {
  Button,
  Group,
  NumberInput,
  Paper,
  SimpleGrid,
  Switch,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Formula, listFormulas, publishFormula } from '../../api/spending';
import { useCan } from '../../app/session';
import { formatMoney } from '../../money/format';
import { countryName } from '../../time/format';
import { FormDialog } from '../../ui/form-dialog';
import { Failure, Loading } from '../../ui/states';

const NAMES = ['cases', 'persons', 'vulnerable'] as const;
/** A whole formula that is tried out in place of the published one. */
export type Weights = Formula;

const useFormulas = () => useQuery({ queryKey: ['distribution-policies'], queryFn: listFormulas });

/** The formula in force, in words. */
export function FormulaPart() {
  const { t, i18n } = useTranslation('spending');
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const formulas = useFormulas();
  if (formulas.isPending) return <Loading />;
  if (formulas.isError) return <Failure error={formulas.error} />;
  const [current] = formulas.data.items;
  if (!current) return null;
  const { weights, floor, costOfLiving, source } = current.content;
  const factors = Object.entries(costOfLiving)
    .map(([country, factor]) => `${countryName(country, i18n.language)} ${factor}`)
    .join(' · ');
  return (
    <Paper component="section" p="md" aria-labelledby="formula">
      <Group justify="space-between" align="flex-start" mb="xs">
        <Title order={2} id="formula">
          {t('formula.title')}
        </Title>
        {can('policy.edit') && (
          <Button variant="default" size="xs" onClick={() => setEditing(true)}>
            {t('formula.edit')}
          </Button>
        )}
      </Group>
      <Text size="sm">
        {t('formula.text', { ...weights, floor: formatMoney(floor, 'PEN', i18n.language) })}
      </Text>
      <Text size="sm">
        {t('formula.costOfLiving')}: {factors || t('formula.one')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('formula.version', { version: current.version })} · {source} · {current.reason}
      </Text>
      {editing && <FormulaDialog base={current.content} onClose={() => setEditing(false)} />}
    </Paper>
  );
}

/** Other weights than the published ones, to see what would follow. */
export function WeightFields({
  weights,
  onChange,
}: {
  weights: Weights | null;
  onChange: (weights: Weights | null) => void;
}) {
  const { t } = useTranslation('spending');
  const formulas = useFormulas();
  const base = formulas.data?.items[0]?.content;
  if (!base) return null;
  return (
    <>
      <Switch
        label={t('distribution.tryOther')}
        checked={weights !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? structuredClone(base) : null)}
      />
      {weights && (
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} my="sm">
          {NAMES.map((name) => (
            <NumberInput
              key={name}
              label={t(`formula.${name}`)}
              min={0}
              max={1000}
              value={weights.weights[name]}
              onChange={(value) =>
                onChange({ ...weights, weights: { ...weights.weights, [name]: Number(value) } })
              }
            />
          ))}
          <TextInput
            label={t('formula.floor')}
            inputMode="decimal"
            value={weights.floor}
            onChange={(event) => onChange({ ...weights, floor: event.currentTarget.value.trim() })}
          />
        </SimpleGrid>
      )}
    </>
  );
}

const toLines = (factors: Record<string, string>): string =>
  Object.entries(factors)
    .map(([country, factor]) => `${country} ${factor}`)
    .join('\n');
const fromLines = (lines: string): Record<string, string> =>
  Object.fromEntries(
    lines
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([country]) => country)
      .map(([country, factor]) => [country!.toUpperCase(), factor ?? '']),
  );

function FormulaDialog({ base, onClose }: { base: Formula; onClose: () => void }) {
  const { t } = useTranslation(['spending', 'common']);
  const form = useForm({
    initialValues: {
      ...base.weights,
      ...{ floor: base.floor, source: base.source, reason: '' },
      costOfLiving: toLines(base.costOfLiving),
    },
    validate: { reason: (value) => (value.trim() ? null : t('common:form.required')) },
  });
  return (
    <FormDialog
      title={t('formula.edit')}
      form={form}
      done={t('formula.saved')}
      rename={(path) =>
        path.replace(/^content\.(weights\.)?/, '').replace(/^costOfLiving.*/, 'costOfLiving')
      }
      send={({ reason, costOfLiving, floor, source, ...weights }, sending) =>
        publishFormula(
          { weights, floor, source, costOfLiving: fromLines(costOfLiving) },
          reason,
          sending,
        )
      }
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {NAMES.map((name) => (
          <NumberInput
            key={name}
            label={t(`formula.${name}`)}
            min={0}
            max={1000}
            {...form.getInputProps(name)}
          />
        ))}
        <TextInput
          label={t('formula.floor')}
          inputMode="decimal"
          {...form.getInputProps('floor')}
        />
      </SimpleGrid>
      <Textarea
        label={t('formula.countries')}
        description={t('formula.countriesHint')}
        autosize
        minRows={3}
        {...form.getInputProps('costOfLiving')}
      />
      <TextInput label={t('formula.source')} {...form.getInputProps('source')} />
      <TextInput label={t('formula.reason')} withAsterisk {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
