import {
  Button,
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
import { AID_LINES, type AidPolicy, createAidPolicy, listAidPolicies } from '../../api/aid';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { formatMoney } from '../../money/format';
import { Fields } from '../../ui/fieldset';
import { FormDialog } from '../../ui/form-dialog';
import { Failure, Loading } from '../../ui/states';

const AMOUNTS = ['pettyCeiling', 'postAuthority', 'urgentCeiling', 'undocumented'] as const;
const CEILINGS = ['personCeiling', 'caseCeiling'] as const;

/** What headquarters decides of aid: ceilings, quotes, and what may go without a receipt. */
export function AidPolicySection() {
  const { t, i18n } = useTranslation('aid');
  const can = useCan();
  const label = useLabel();
  const [editing, setEditing] = useState(false);
  const policies = useQuery({ queryKey: ['aid-policies'], queryFn: listAidPolicies });
  if (policies.isPending) return <Loading />;
  if (policies.isError) return <Failure error={policies.error} />;
  const [current] = policies.data.items;
  if (!current) return null;
  const { content } = current;
  const money = (amount: string | null) =>
    amount === null ? t('policy.noCeiling') : formatMoney(amount, 'PEN', i18n.language);
  const lines = Object.entries(content.lineCeilings as Record<string, string>)
    .map(([line, amount]) => `${label('aidLine', line)} ${money(amount)}`)
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
      {[...AMOUNTS, ...CEILINGS].map((name) => (
        <Text key={name} size="sm">
          {t(`policy.${name}`)}: {money(content[name])}
        </Text>
      ))}
      <Text size="sm">
        {t('policy.quotes', { from: money(content.quotes.from), least: content.quotes.least })}
      </Text>
      {lines && <Text size="sm">{lines}</Text>}
      <Text size="sm" c="dimmed">
        {t('policy.version', { version: current.version })} · {content.source} · {current.reason}
      </Text>
      {editing && <PolicyDialog base={content} onClose={() => setEditing(false)} />}
    </Paper>
  );
}

const without = <V extends string | null>(values: Record<string, V>): Record<string, V> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

function PolicyDialog({ base, onClose }: { base: AidPolicy['content']; onClose: () => void }) {
  const { t } = useTranslation(['aid', 'common']);
  const label = useLabel();
  const form = useForm({
    initialValues: {
      ...structuredClone(base),
      ...{ personCeiling: base.personCeiling ?? '', caseCeiling: base.caseCeiling ?? '' },
      reason: '',
    },
    validate: { reason: (value) => (value.trim() ? null : t('common:form.required')) },
  });
  return (
    <FormDialog
      title={t('policy.edit')}
      size="lg"
      form={form}
      done={t('policy.saved')}
      rename={(path) => path.replace(/^content\./, '')}
      send={({ reason, ...content }, sending) =>
        createAidPolicy(
          {
            ...content,
            lineCeilings: without(content.lineCeilings),
            personCeiling: content.personCeiling || null,
            caseCeiling: content.caseCeiling || null,
          },
          reason,
          sending,
        )
      }
      onClose={onClose}
    >
      <Text size="sm">{t('policy.about')}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {[...AMOUNTS, ...CEILINGS].map((name) => (
          <TextInput
            key={name}
            label={t(`policy.${name}`)}
            inputMode="decimal"
            {...form.getInputProps(name)}
          />
        ))}
        <TextInput
          label={t('policy.quotesFrom')}
          inputMode="decimal"
          {...form.getInputProps('quotes.from')}
        />
        <NumberInput
          label={t('policy.quotesLeast')}
          min={1}
          max={5}
          {...form.getInputProps('quotes.least')}
        />
      </SimpleGrid>
      <Fields legend={t('policy.lines')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {AID_LINES.map((line) => (
            <TextInput
              key={line}
              label={label('aidLine', line)}
              inputMode="decimal"
              {...form.getInputProps(`lineCeilings.${line}`)}
              value={form.values.lineCeilings[line] ?? ''}
            />
          ))}
        </SimpleGrid>
      </Fields>
      <TextInput label={t('policy.source')} {...form.getInputProps('source')} />
      <TextInput label={t('field.reason')} withAsterisk {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
