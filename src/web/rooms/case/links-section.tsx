import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listLinks, type Links } from '../../api/search';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { Instant } from '../../ui/instant';
import { Failure, Loading } from '../../ui/states';
import { EndLinkDialog, LinkDialog } from './link-dialog';
import type { SectionProps } from './sections';

type LinkRow = Links['items'][number];

/** Cases of one event or one family. What the reader may not see is absent. */
export function LinksSection({ file, zone }: SectionProps) {
  const { t } = useTranslation(['links', 'common']);
  const can = useCan();
  const links = useQuery({ queryKey: ['links', file.id], queryFn: () => listLinks(file.id) });
  const [linking, setLinking] = useState(false);
  const [ending, setEnding] = useState<LinkRow | null>(null);
  const edits = can('case.edit');
  if (links.isPending) return <Loading />;
  if (links.isError) return <Failure error={links.error} retry={() => void links.refetch()} />;
  const { items, alsoInEvent } = links.data;
  const standing = items.filter(({ endedAt }) => !endedAt);
  const ended = items.filter(({ endedAt }) => endedAt);
  return (
    <Paper component="section">
      <Group justify="space-between" mb="sm">
        <Title order={2}>{t('title')}</Title>
        {edits && (
          <Button size="xs" variant="default" onClick={() => setLinking(true)}>
            {t('add')}
          </Button>
        )}
      </Group>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      )}
      <Stack component="ul" gap="sm" className="plain-list">
        {[...standing, ...ended].map((link) => (
          <LinkLine
            key={link.id}
            link={link}
            zone={zone}
            onEnd={edits && !link.endedAt ? () => setEnding(link) : undefined}
          />
        ))}
      </Stack>
      {alsoInEvent.length > 0 && (
        <>
          <Title order={3} mt="md" mb={4}>
            {t('alsoInEvent')}
          </Title>
          <Stack component="ul" gap={4} className="plain-list">
            {alsoInEvent.map((other) => (
              <li key={other.caseId}>
                <Anchor component={Link} to={`/cases/${other.caseId}`} size="sm">
                  {[other.reference, other.personName].filter(Boolean).join(' · ')}
                </Anchor>
              </li>
            ))}
          </Stack>
        </>
      )}
      {linking && (
        <LinkDialog
          caseId={file.id}
          events={eventsOf(standing)}
          onClose={() => setLinking(false)}
        />
      )}
      {ending && <EndLinkDialog caseId={file.id} link={ending} onClose={() => setEnding(null)} />}
    </Paper>
  );
}

function LinkLine({ link, zone, onEnd }: { link: LinkRow; zone: string; onEnd?: () => void }) {
  const { t } = useTranslation(['links', 'common']);
  const label = useLabel();
  return (
    <li>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div style={{ minWidth: 0 }}>
          <Group gap={6}>
            <Text size="sm" c="dimmed">
              {t(`relation.${link.relation}`)}
            </Text>
            <Anchor component={Link} to={`/cases/${link.caseId}`} size="sm" fw={600}>
              {link.personName || t('common:case.noPerson')}
            </Anchor>
            {link.endedAt && (
              <Badge size="xs" variant="light">
                {t('ended')}
              </Badge>
            )}
          </Group>
          <Text size="xs" c="dimmed">
            {[
              link.reference,
              label('type', link.type),
              label('status', link.status),
              link.eventName,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          <Text size="sm">{link.endReason ?? link.reason}</Text>
          <Text size="xs" c="dimmed">
            {link.endedBy ?? link.addedBy}{' '}
            <Instant at={link.endedAt ?? link.since} zone={zone} size="xs" />
          </Text>
        </div>
        {onEnd && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={onEnd}
            aria-label={t('endOf', { reference: link.reference })}
          >
            {t('end')}
          </Button>
        )}
      </Group>
    </li>
  );
}

const eventsOf = (links: readonly LinkRow[]) => {
  const known = new Map<string, string>();
  for (const { eventId, eventName } of links) {
    if (eventId && eventName) known.set(eventId, eventName);
  }
  return [...known].map(([value, label]) => ({ value, label }));
};
