import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPolicies, readPolicyContent } from '../../api/oversight';
import type { Policy } from '../../api/types';
import { useCan } from '../../app/session';
import { Instant } from '../../ui/instant';
import { RoomHeader } from '../../ui/room-header';
import { Empty, Failure, Forbidden, Loading } from '../../ui/states';
import { DeathRequirementsSection } from '../death/requirements-section';
import { DocumentPolicySection } from '../documents/policy-section';
import { InstitutionsSection } from './institutions-section';
import { SafeContactPolicySection } from '../safe-contact/policy-section';
import { RiskInstrumentSection } from '../violence/instrument-section';
import { MissingPolicySection } from '../missing-person/policy-section';
import { OccasionsSection } from './occasions-section';
import { PolicyEditor } from './policy-editor';
import { PolicySummary } from './policy-summary';
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
  const versions = [...(policies.data?.items ?? [])].sort((a, b) => b.version - a.version);
  const newest = versions[0];
  if (!can('policy.read')) return <Forbidden />;
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
      {newest && editing && <Editing base={newest} onClose={() => setEditing(false)} />}
      {newest && !editing && <Versions versions={versions} />}
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
  const can = useCan();
  const inForce = versions.find((policy) => policy.inForce);
  const content = useContent(inForce?.version);
  return (
    <Stack gap="lg">
      <Stack component="ul" gap="sm" className="plain-list">
        {versions.map((policy) => (
          <VersionCard
            key={policy.version}
            policy={policy}
            planned={!inForce || policy.version > inForce.version}
          />
        ))}
      </Stack>
      <OccasionsSection />
      <DocumentPolicySection />
      <SafeContactPolicySection />
      <RiskInstrumentSection />
      <DeathRequirementsSection />
      <MissingPolicySection />
      {content.data && <PolicySummary content={content.data} />}
      {can('catalogue.edit') && <InstitutionsSection />}
    </Stack>
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
