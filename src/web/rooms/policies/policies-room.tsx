import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPolicies } from '../../api/oversight';
import type { Policy } from '../../api/types';
import { useCan } from '../../app/session';
import { useNow } from '../../time/clock';
import { Instant } from '../../ui/instant';
import { RoomHeader } from '../../ui/room-header';
import { Empty, Failure, Forbidden, Loading } from '../../ui/states';
import { PolicyEditor } from './policy-editor';
import { HEADQUARTERS_ZONE } from './zone';

/** The versions of the duty policy; a new one starts from the newest and has its own date. */
export function PoliciesRoom() {
  const { t } = useTranslation('policies');
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const policies = useQuery({
    queryKey: ['policies'],
    queryFn: listPolicies,
    enabled: can('policy.read'),
  });
  if (!can('policy.read')) return <Forbidden />;
  const versions = [...(policies.data?.items ?? [])].sort((a, b) => b.version - a.version);
  const newest = versions[0];
  return (
    <>
      <RoomHeader title={t('title')} hint={t('hint')}>
        {newest && !editing && can('policy.edit') && (
          <Button onClick={() => setEditing(true)}>{t('edit')}</Button>
        )}
      </RoomHeader>
      {policies.isPending && <Loading />}
      {policies.isError && <Failure error={policies.error} retry={() => void policies.refetch()} />}
      {policies.data && !newest && (
        <Paper>
          <Empty title={t('none')} />
        </Paper>
      )}
      {newest && editing && <PolicyEditor base={newest} onClose={() => setEditing(false)} />}
      {newest && !editing && <Versions versions={versions} />}
    </>
  );
}

function Versions({ versions }: { versions: Policy[] }) {
  const { t } = useTranslation('policies');
  const now = useNow();
  const current = versions.find(({ effectiveFrom }) => Date.parse(effectiveFrom) <= now);
  return (
    <Stack component="ul" gap="sm" className="plain-list">
      {versions.map((policy) => (
        <Paper component="li" key={policy.version} p="md">
          <Group gap="xs">
            <Title order={2}>{t('version', { n: policy.version })}</Title>
            {policy === current && <Badge variant="filled">{t('inForce')}</Badge>}
            {Date.parse(policy.effectiveFrom) > now && (
              <Badge variant="outline">{t('planned')}</Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {t('from')} <Instant at={policy.effectiveFrom} zone={HEADQUARTERS_ZONE} inherit />
          </Text>
          <Text size="sm">{policy.reason}</Text>
        </Paper>
      ))}
    </Stack>
  );
}
