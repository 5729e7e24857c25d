import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createExportPolicy, listExportPolicies } from '../../api/trafficking';
import { useCan } from '../../app/session';
import { FieldsDialog } from '../../ui/fields-dialog';
import { Failure, Loading } from '../../ui/states';

/** How few persons may look alike in what is exported of trafficking. */
export function ExportPolicySection() {
  const { t } = useTranslation('trafficking');
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const policies = useQuery({ queryKey: ['export-policies'], queryFn: listExportPolicies });
  if (policies.isPending) return <Loading />;
  if (policies.isError) return <Failure error={policies.error} />;
  const [current] = policies.data.items;
  if (!current) return null;
  const { smallestGroup, source } = current.content;
  return (
    <Paper component="section">
      <Group justify="space-between" align="flex-start" mb="xs">
        <Title order={2}>{t('exportPolicy.title')}</Title>
        {can('policy.edit') && (
          <Button variant="default" size="xs" onClick={() => setEditing(true)}>
            {t('act.exportPolicy')}
          </Button>
        )}
      </Group>
      <Text size="sm">{t('exportPolicy.says', { count: smallestGroup })}</Text>
      <Text size="sm" c="dimmed">
        {t('exportPolicy.version', { version: current.version })} · {source} · {current.reason}
      </Text>
      {editing && (
        <FieldsDialog
          catalogue="trafficking"
          name="exportPolicy"
          done={t('done')}
          fields={[
            {
              name: 'smallestGroup',
              kind: 'text',
              required: true,
              initial: String(smallestGroup),
            },
            { name: 'source', kind: 'text', required: true, initial: source },
            { name: 'reason', kind: 'long', required: true },
          ]}
          send={({ smallestGroup: least, source: from, reason }, key) =>
            createExportPolicy(
              { smallestGroup: Number(least), source: String(from) },
              String(reason),
              { key },
            )
          }
          onClose={() => setEditing(false)}
        />
      )}
    </Paper>
  );
}
