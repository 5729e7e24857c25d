import { Anchor, Button, Paper, Text, Timeline, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readTimeline } from '../../api/cases';
import type { CaseFile, Entry } from '../../api/types';
import { useLabel } from '../../i18n/use-label';
import { Instant } from '../../ui/instant';
import { useEntryText } from './entry-text';

/** What happened, newest first; older entries are read when asked for. */
export function TimelineSection({ file, zone }: { file: CaseFile; zone: string }) {
  const { t } = useTranslation(['cases', 'common']);
  const older = useInfiniteQuery({
    queryKey: ['timeline', file.id],
    queryFn: ({ pageParam }) => readTimeline(file.id, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: false,
  });
  const entries = older.data?.pages.flatMap(({ items }) => items) ?? file.timeline.items;
  const more = older.data ? older.hasNextPage : file.timeline.nextCursor !== null;
  return (
    <Paper component="section">
      <Title order={2} mb="md">
        {t('timeline')}
      </Title>
      <Timeline bulletSize={12} lineWidth={2} color="tinta" active={entries.length}>
        {entries.map((entry) => (
          <TimelineEntry key={entry.id} entry={entry} zone={zone} />
        ))}
      </Timeline>
      {more && (
        <Button
          mt="md"
          variant="default"
          size="xs"
          loading={older.isFetching}
          onClick={() => void (older.data ? older.fetchNextPage() : older.refetch())}
        >
          {t('common:list.more')}
        </Button>
      )}
    </Paper>
  );
}

function TimelineEntry({ entry, zone }: { entry: Entry; zone: string }) {
  const { t } = useTranslation('cases');
  const history = useLabel('history');
  const text = useEntryText();
  const said = text(entry);
  return (
    <Timeline.Item
      title={
        <Text fw={600} size="sm">
          {history('entry', entry.kind)}
        </Text>
      }
    >
      {said && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {said}
        </Text>
      )}
      {entry.kind.startsWith('glass.') && (
        <Anchor
          component={Link}
          to={`/break-glass/${String(entry.data.requestId)}`}
          size="sm"
          underline="always"
        >
          {t('seeEntry')}
        </Anchor>
      )}
      <Text size="xs" c="dimmed" mt={2}>
        <Instant at={entry.occurredAt} zone={zone} inherit />
        {entry.actor && ` · ${entry.actor.displayName}`}
      </Text>
    </Timeline.Item>
  );
}
