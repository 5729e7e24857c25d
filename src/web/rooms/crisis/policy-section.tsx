import {
  Button,
  Checkbox,
  Group,
  NumberInput,
  Paper,
  SimpleGrid,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VULNERABILITY_FACTORS } from '../../api/codes';
import { createCrisisPolicy, type CrisisPolicy, listCrisisPolicies, NEEDS } from '../../api/crisis';
import { useCan } from '../../app/session';
import { useLabel, useOptions } from '../../i18n/use-label';
import { Fields } from '../../ui/fieldset';
import { FormDialog } from '../../ui/form-dialog';
import { Failure, Loading } from '../../ui/states';

/** Who is helped first in a crisis, and how its public page behaves. */
export function CrisisPolicySection() {
  const { t } = useTranslation('crisis');
  const can = useCan();
  const label = useLabel();
  const [editing, setEditing] = useState(false);
  const policies = useQuery({ queryKey: ['crisis-policies'], queryFn: listCrisisPolicies });
  if (policies.isPending) return <Loading />;
  if (policies.isError) return <Failure error={policies.error} />;
  const [current] = policies.data.items;
  if (!current) return null;
  const { needs, vulnerability, limits, exitUrl, source } = current.content;
  const points = (vocabulary: string, weights: Record<string, number>) =>
    Object.entries(weights)
      .sort(([, a], [, b]) => b - a)
      .map(([code, n]) => `${label(vocabulary, code)} ${n}`)
      .join(' · ');
  return (
    <Paper component="section">
      <Group justify="space-between" align="flex-start" mb="xs">
        <Title order={2}>{t('policy.title')}</Title>
        {can('policy.edit') && (
          <Button variant="default" size="xs" onClick={() => setEditing(true)}>
            {t('policy.edit')}
          </Button>
        )}
      </Group>
      <Text size="sm">{points('incidentNeed', needs)}</Text>
      <Text size="sm">{points('vulnerability', vulnerability)}</Text>
      <Text size="sm">{t('policy.limits', { ...limits })}</Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('policy.exitUrl')}: {exitUrl}
      </Text>
      <Text size="sm" c="dimmed">
        {t('policy.version', { version: current.version })} · {source} · {current.reason}
      </Text>
      {editing && <PolicyDialog base={current.content} onClose={() => setEditing(false)} />}
    </Paper>
  );
}

function PolicyDialog({ base, onClose }: { base: CrisisPolicy['content']; onClose: () => void }) {
  const { t } = useTranslation(['crisis', 'common']);
  const label = useLabel();
  const options = useOptions();
  const form = useForm({
    initialValues: { ...structuredClone(base), reason: '' },
    validate: { reason: (value) => (value.trim() ? null : t('common:form.required')) },
  });
  const weights = (
    name: 'needs' | 'vulnerability',
    vocabulary: string,
    codes: readonly string[],
  ) => (
    <Fields legend={t(`field.${name}`)}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {codes.map((code) => (
          <NumberInput
            key={code}
            label={label(vocabulary, code)}
            min={0}
            max={1000}
            {...form.getInputProps(`${name}.${code}`)}
            value={form.values[name][code] ?? 0}
          />
        ))}
      </SimpleGrid>
    </Fields>
  );
  return (
    <FormDialog
      title={t('policy.edit')}
      size="lg"
      form={form}
      done={t('policy.saved')}
      rename={(path) => path.replace(/^content\./, '')}
      send={({ reason, ...content }, sending) => createCrisisPolicy(content, reason, sending)}
      onClose={onClose}
    >
      <Text size="sm">{t('policy.about')}</Text>
      {weights('needs', 'incidentNeed', NEEDS)}
      {weights('vulnerability', 'vulnerability', VULNERABILITY_FACTORS)}
      <Checkbox.Group label={t('policy.publicFactors')} {...form.getInputProps('publicFactors')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
          {options('vulnerability', VULNERABILITY_FACTORS).map(({ value, label: text }) => (
            <Checkbox key={value} value={value} label={text} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {(['registrations', 'codes'] as const).map((name) => (
          <NumberInput
            key={name}
            label={t(`policy.${name}`)}
            min={1}
            max={10_000}
            {...form.getInputProps(`limits.${name}`)}
          />
        ))}
      </SimpleGrid>
      <TextInput label={t('policy.exitUrl')} {...form.getInputProps('exitUrl')} />
      <TextInput label={t('policy.source')} {...form.getInputProps('source')} />
      <TextInput label={t('field.reason')} withAsterisk {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
