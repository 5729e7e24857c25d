import { Button, Group, Paper, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  createReimbursementPolicy,
  listReimbursementPolicies,
  type ReimbursementPolicy,
} from '../../api/repatriation';
import { useCan } from '../../app/session';
import { FormDialog } from '../../ui/form-dialog';
import { Failure, Loading } from '../../ui/states';

const MOST_DAYS = 3650;

/** When whoever owes the cost of a repatriation is reminded. */
export function ReimbursementPolicySection() {
  const { t } = useTranslation('repatriation');
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const policies = useQuery({
    queryKey: ['reimbursement-policies'],
    queryFn: listReimbursementPolicies,
  });
  if (policies.isPending) return <Loading />;
  if (policies.isError) return <Failure error={policies.error} />;
  const [current] = policies.data.items;
  if (!current) return null;
  const { remindAfterDays, source } = current.content;
  return (
    <Paper component="section">
      <Group justify="space-between" align="flex-start" mb="xs">
        <Title order={2}>{t('reimbursement.title')}</Title>
        {can('policy.edit') && (
          <Button variant="default" size="xs" onClick={() => setEditing(true)}>
            {t('reimbursement.edit')}
          </Button>
        )}
      </Group>
      <Text size="sm">
        {remindAfterDays.length > 0
          ? t('reimbursement.days', { days: remindAfterDays.join(', ') })
          : t('reimbursement.noDays')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('reimbursement.version', { version: current.version })} · {source} · {current.reason}
      </Text>
      {editing && <PolicyDialog base={current.content} onClose={() => setEditing(false)} />}
    </Paper>
  );
}

const daysOf = (text: string): number[] =>
  text
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map(Number);

const areDays = (days: readonly number[]): boolean =>
  new Set(days).size === days.length &&
  days.every((day) => Number.isInteger(day) && day >= 1 && day <= MOST_DAYS);

function PolicyDialog({ base, onClose }: { base: ReimbursementPolicy; onClose: () => void }) {
  const { t } = useTranslation(['repatriation', 'common']);
  const form = useForm({
    initialValues: {
      remindAfterDays: base.remindAfterDays.join(', '),
      source: base.source,
      reason: '',
    },
    validate: {
      remindAfterDays: (text) => (areDays(daysOf(text)) ? null : t('reimbursement.daysWrong')),
      reason: (value) => (value.trim() ? null : t('common:form.required')),
    },
  });
  return (
    <FormDialog
      title={t('reimbursement.edit')}
      form={form}
      done={t('reimbursement.saved')}
      rename={(path) => path.replace(/^content\./, '').replace(/\.\d+$/, '')}
      send={({ remindAfterDays, source, reason }, sending) =>
        createReimbursementPolicy(
          { remindAfterDays: daysOf(remindAfterDays).sort((a, b) => a - b), source },
          reason,
          sending,
        )
      }
      onClose={onClose}
    >
      <Text size="sm">{t('reimbursement.about')}</Text>
      <TextInput
        label={t('reimbursement.remindAfterDays')}
        description={t('reimbursement.daysHint')}
        {...form.getInputProps('remindAfterDays')}
      />
      <TextInput label={t('reimbursement.source')} {...form.getInputProps('source')} />
      <TextInput label={t('reimbursement.reason')} withAsterisk {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
