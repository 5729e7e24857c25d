import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listDocumentPolicies } from '../../api/documents';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { useNow } from '../../time/clock';
import { Instant } from '../../ui/instant';
import { Failure, Loading } from '../../ui/states';
import { DocumentPolicyDialog } from './policy-dialog';
import { formatSize } from './sizes';

/** Policies begin on the wall clock of headquarters in Lima. */
const ZONE = 'America/Lima';

/** What files must keep to, and whether one that nothing has scanned may be opened. */
export function DocumentPolicySection() {
  const { t, i18n } = useTranslation('documents');
  const can = useCan();
  const label = useLabel();
  const now = useNow();
  const [editing, setEditing] = useState(false);
  const policies = useQuery({ queryKey: ['document-policies'], queryFn: listDocumentPolicies });
  if (policies.isPending) return <Loading />;
  if (policies.isError) return <Failure error={policies.error} />;
  const { items } = policies.data;
  const current = items.find(({ effectiveFrom }) => new Date(effectiveFrom) <= new Date(now));
  if (!current) return null;
  const { content } = current;
  const planned = items.filter(({ effectiveFrom }) => new Date(effectiveFrom) > new Date(now));
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
      <Stack component="ul" gap={4} className="plain-list">
        <Text component="li" size="sm">
          {t('limits', {
            types: content.types.map((type) => label('fileType', type)).join(', '),
            size: formatSize(content.maxBytes, i18n.language),
          })}
        </Text>
        <Text component="li" size="sm">
          {t(content.unscannedDownload ? 'policy.unscannedOpen' : 'policy.unscannedClosed')}
        </Text>
        <Text component="li" size="sm">
          {t('policy.links', { count: content.linkMinutes })}
        </Text>
      </Stack>
      <Text size="sm" c="dimmed" mt="xs">
        {t('version', { n: current.version })}
        {current.author && ` · ${current.author}`} · {current.reason}
      </Text>
      {planned.map(({ version, effectiveFrom, reason }) => (
        <Text key={version} size="sm" mt="xs">
          <Badge variant="outline">{t('policy.planned')}</Badge> {t('version', { n: version })} ·{' '}
          <Instant at={effectiveFrom} zone={ZONE} inherit /> · {reason}
        </Text>
      ))}
      {editing && <DocumentPolicyDialog base={content} onClose={() => setEditing(false)} />}
    </Paper>
  );
}
