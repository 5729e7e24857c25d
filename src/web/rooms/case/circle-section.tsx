import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Circle, type Member, readCircle } from '../../api/sharing';
import { useLabel } from '../../i18n/use-label';
import { Instant } from '../../ui/instant';
import { Failure, Loading } from '../../ui/states';
import { Bars } from './bars';
import { AdmitDialog, EndDialog, TierDialog } from './circle-dialogs';
import type { SectionProps } from './sections';

type Doing = 'admit' | 'tier' | Member;

/** Who sees the case beside its post, and how closed it is. */
export function CircleSection({ file, zone }: SectionProps) {
  const { t } = useTranslation('access');
  const circle = useQuery({ queryKey: ['circle', file.id], queryFn: () => readCircle(file.id) });
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  if (circle.isPending) return <Loading />;
  if (circle.isError) {
    return <Failure error={circle.error} retry={() => void circle.refetch()} />;
  }
  const { data } = circle;
  return (
    <Paper component="section">
      <Group justify="space-between" align="flex-start" mb="sm" gap="sm">
        <Title order={2}>{t('circle.title')}</Title>
        <Group gap="xs">
          {data.tiers.length > 0 && (
            <Button size="xs" variant="default" onClick={() => setDoing('tier')}>
              {t('tier.change')}
            </Button>
          )}
          {data.mayManage && (
            <Button size="xs" variant="default" onClick={() => setDoing('admit')}>
              {t('circle.admit')}
            </Button>
          )}
        </Group>
      </Group>
      <TierNote circle={data} />
      <Stack component="ul" gap="sm" className="plain-list" mt="md">
        {data.members.map((member) => (
          <li key={member.id}>
            <MemberLine
              member={member}
              zone={zone}
              onEnd={
                data.mayManage && member.kind !== 'assigned' && member.state !== 'ended'
                  ? () => setDoing(member)
                  : undefined
              }
            />
          </li>
        ))}
      </Stack>
      <Bars file={file} circle={data} zone={zone} />
      <Readers circle={data} zone={zone} />
      {doing === 'admit' && <AdmitDialog file={file} zone={zone} onClose={close} />}
      {doing === 'tier' && <TierDialog file={file} circle={data} onClose={close} />}
      {doing && typeof doing === 'object' && (
        <EndDialog file={file} member={doing} onClose={close} />
      )}
    </Paper>
  );
}

function TierNote({ circle }: { circle: Circle }) {
  const { t } = useTranslation('access');
  const label = useLabel();
  const former = circle.formerReferences.map(({ reference }) => reference).join(', ');
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Badge variant="outline">{label('tier', circle.tier)}</Badge>
        <Text size="sm" style={{ flex: 1, minWidth: 200 }}>
          {t(`tier.about.${circle.tier}`)}
        </Text>
      </Group>
      {former && (
        <Text size="xs" c="dimmed">
          {t('tier.former', { references: former })}
        </Text>
      )}
    </Stack>
  );
}

/** Who has read the story: it is told once, and its circle knows who listened. */
function Readers({ circle, zone }: { circle: Circle; zone: string }) {
  const { t } = useTranslation('access');
  if (circle.readers.length === 0) return null;
  return (
    <Stack gap={4} mt="md">
      <Title order={3} size="h5">
        {t('readers.title')}
      </Title>
      <Stack component="ul" gap={4} className="plain-list">
        {circle.readers.map(({ accountId, displayName, lastAt, times }) => (
          <li key={accountId}>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {displayName}
              <Text span size="xs" c="dimmed">
                {` · ${t('readers.times', { count: times })} · ${t('readers.last')} `}
                <Instant at={lastAt} zone={zone} inherit />
              </Text>
            </Text>
          </li>
        ))}
      </Stack>
    </Stack>
  );
}

function MemberLine({ member, zone, onEnd }: { member: Member; zone: string; onEnd?: () => void }) {
  const { t } = useTranslation('access');
  const label = useLabel();
  return (
    <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
      <Stack gap={2} style={{ overflowWrap: 'anywhere' }}>
        <Group gap="xs">
          <Text size="sm" fw={600} c={member.state === 'ended' ? 'dimmed' : undefined}>
            {member.displayName}
          </Text>
          <Text size="sm" c="dimmed">
            {label('memberKind', member.kind)}
          </Text>
          {member.state !== 'active' && (
            <Badge size="xs" variant="light" color="gray">
              {label('memberState', member.state)}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {t('circle.since')} <Instant at={member.since} zone={zone} inherit />
          {member.until && (
            <>
              {` · ${t('circle.until')} `}
              <Instant at={member.until} zone={zone} inherit />
            </>
          )}
          {member.addedBy && ` · ${t('circle.by', { name: member.addedBy })}`}
        </Text>
        {member.kind === 'break_glass' && (
          <Anchor component={Link} to="/break-glass" size="sm" underline="always">
            {t('circle.seeEntries')}
          </Anchor>
        )}
        {member.reason && <Text size="sm">{member.reason}</Text>}
        {member.endReason && (
          <Text size="sm" c="dimmed">
            {t('circle.endedBecause', { name: member.endedBy ?? '', reason: member.endReason })}
          </Text>
        )}
      </Stack>
      {onEnd && (
        <Button
          size="compact-xs"
          variant="default"
          style={{ flexShrink: 0 }}
          aria-label={t('circle.endNamed', { name: member.displayName })}
          onClick={onEnd}
        >
          {t('circle.end')}
        </Button>
      )}
    </Group>
  );
}
