import { Button, Group, Paper, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  createMissingPolicy,
  listMissingPolicies,
  type MissingPolicy,
} from '../../api/missing-person';
import { useCan } from '../../app/session';
import { FormDialog } from '../../ui/form-dialog';
import { Failure, Loading } from '../../ui/states';

/** The answer that says nothing, the same whether the person was found or not. */
export function MissingPolicySection() {
  const { t } = useTranslation('missing');
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const policies = useQuery({
    queryKey: ['missing-person-policies'],
    queryFn: listMissingPolicies,
  });
  if (policies.isPending) return <Loading />;
  if (policies.isError) return <Failure error={policies.error} />;
  const [current] = policies.data.items;
  if (!current) return null;
  const { neutralAnswer, source } = current.content;
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
      <Text size="sm">{neutralAnswer.es}</Text>
      <Text size="sm">{neutralAnswer.en}</Text>
      <Text size="sm" c="dimmed">
        {t('policy.version', { version: current.version })} · {source} · {current.reason}
      </Text>
      {editing && <PolicyDialog base={current.content} onClose={() => setEditing(false)} />}
    </Paper>
  );
}

function PolicyDialog({ base, onClose }: { base: MissingPolicy['content']; onClose: () => void }) {
  const { t } = useTranslation('missing');
  const form = useForm({
    initialValues: { ...base.neutralAnswer, source: base.source, reason: '' },
  });
  return (
    <FormDialog
      title={t('policy.edit')}
      form={form}
      done={t('policy.saved')}
      send={({ es, en, source, reason }, sending) =>
        createMissingPolicy({ neutralAnswer: { es, en }, source }, reason, sending)
      }
      onClose={onClose}
    >
      <Textarea label={t('policy.es')} autosize minRows={2} {...form.getInputProps('es')} />
      <Textarea label={t('policy.en')} autosize minRows={2} {...form.getInputProps('en')} />
      <TextInput label={t('policy.source')} {...form.getInputProps('source')} />
      <TextInput label={t('policy.reason')} withAsterisk {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
