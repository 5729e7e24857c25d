import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPolicies, readPolicyContent } from '../../api/oversight';
import type { Policy } from '../../api/types';
import { useCan } from '../../app/session';
import { Instant } from '../../ui/instant';
import { Empty, Failure, Loading } from '../../ui/states';
import { PolicyEditor } from './policy-editor';
import { PolicySummary } from './policy-summary';
import { HEADQUARTERS_ZONE } from './zone';

/** The versions of the duty policy; a new one starts from the newest and has its own date. */
export function DutyPolicies() {
  const { t } = useTranslation('policies');
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const policies = useQuery({ queryKey: ['policies'], queryFn: listPolicies });
  if (policies.isPending) return <Loading />;
  if (policies.isError) {
    return <Failure error={policies.error} retry={() => void policies.refetch()} />;
  }
  const versions = [...policies.data.items].sort((a, b) => b.version - a.version);
  const [newest] = versions;
  if (!newest) {
    return (
      <Paper>
        <Empty title={t('none')} />
      </Paper>
    );
  }
  if (editing) return <Editing base={newest} onClose={() => setEditing(false)} />;
  return (
    <>
      {can('policy.edit') && (
        <Group>
          <Button onClick={() => setEditing(true)}>{t('edit')}</Button>
        </Group>
      )}
      <Versions versions={versions} />
    </>
  );
}

const useContent = (version: number | undefined) =>
  useQuery({
    queryKey: ['policy', version],
    queryFn: () => readPolicyContent(version ?? 0),
    enabled: version !== undefined,
    staleTime: Infinity,
  });

function Editing({ base, onClose }: { base: Policy; onClose: () => void }) {
  const content = useContent(base.version);
  if (content.isPending) return <Loading />;
  if (content.isError) return <Failure error={content.error} />;
  return <PolicyEditor base={content.data} onClose={onClose} />;
}

function Versions({ versions }: { versions: Policy[] }) {
  const inForce = versions.find((policy) => policy.inForce);
  const content = useContent(inForce?.version);
  return (
    <>
      <Stack component="ul" gap="sm" className="plain-list">
        {versions.map((policy) => (
          <VersionCard
            key={policy.version}
            policy={policy}
            planned={!inForce || policy.version > inForce.version}
          />
        ))}
      </Stack>
      {content.data && <PolicySummary content={content.data} />}
    </>
  );
}

function VersionCard({ policy, planned }: { policy: Policy; planned: boolean }) {
  const { t } = useTranslation('policies');
  return (
    <Paper component="li" p="md">
      <Group gap="xs">
        <Title order={2}>{t('version', { n: policy.version })}</Title>
        {policy.inForce && <Badge variant="filled">{t('inForce')}</Badge>}
        {planned && <Badge variant="outline">{t('planned')}</Badge>}
      </Group>
      <Text size="sm" c="dimmed">
        {t('from')} <Instant at={policy.effectiveFrom} zone={HEADQUARTERS_ZONE} inherit />
        {policy.author && ` · ${policy.author}`}
      </Text>
      <Text size="sm">{policy.reason}</Text>
    </Paper>
  );
}
