import { Button, Group, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createSafeContactPolicy, listSafeContactPolicies } from '../../api/safe-contact';
import type { Schemas } from '../../api/types';
import { useCan } from '../../app/session';
import { FormDialog } from '../../ui/form-dialog';
import { Failure, Loading } from '../../ui/states';

type Content = Schemas['SafeContactPolicyContentResponse'];

/** The neutral message, and the words that none may carry. */
export function SafeContactPolicySection() {
  const { t } = useTranslation('safe-contact');
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const policies = useQuery({
    queryKey: ['safe-contact-policies'],
    queryFn: listSafeContactPolicies,
  });
  if (policies.isPending) return <Loading />;
  if (policies.isError) return <Failure error={policies.error} />;
  const [current] = policies.data.items;
  if (!current) return null;
  const { neutralText, telltales, source } = current.content;
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
      <Stack gap={4}>
        <Text size="sm">{neutralText.es}</Text>
        <Text size="sm">{neutralText.en}</Text>
        <Text size="sm" c="dimmed">
          {telltales.join(', ')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('policy.version', { n: current.version })} · {source} · {current.reason}
        </Text>
      </Stack>
      {editing && <PolicyDialog base={current.content} onClose={() => setEditing(false)} />}
    </Paper>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function PolicyDialog({ base, onClose }: { base: Content; onClose: () => void }) {
  const { t } = useTranslation('safe-contact');
  const form = useForm({
    initialValues: {
      es: base.neutralText.es,
      en: base.neutralText.en,
      telltales: base.telltales.join('\n'),
      source: base.source,
      reason: '',
    },
  });
  return (
    <FormDialog
      title={t('policy.edit')}
      form={form}
      done={t('policy.saved')}
      rename={(path) => path.replace(/^content\.(neutralText\.)?/, '')}
      send={({ es, en, telltales, source, reason }, sending) =>
        createSafeContactPolicy(
          { neutralText: { es, en }, telltales: linesOf(telltales), source },
          reason,
          sending,
        )
      }
      onClose={onClose}
    >
      <Textarea label={t('policy.es')} autosize {...form.getInputProps('es')} />
      <Textarea label={t('policy.en')} autosize {...form.getInputProps('en')} />
      <Textarea
        label={t('policy.telltales')}
        autosize
        maxRows={8}
        {...form.getInputProps('telltales')}
      />
      <TextInput label={t('policy.source')} {...form.getInputProps('source')} />
      <TextInput label={t('policy.reason')} withAsterisk {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
