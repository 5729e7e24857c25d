import { Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type GlassPage, readEntry } from '../../api/break-glass';
import { readerZone } from '../../time/format';
import { Instant } from '../../ui/instant';
import { RoomHeader } from '../../ui/room-header';
import { Failure, Loading } from '../../ui/states';
import { EntryActs, EntryMark, TimeLeft, useIsIn } from './entry-parts';
import { Written } from './written';
import { ReadList } from './read-list';

/** What is read there grows while they are in: read again this often (ms). */
const EVERY = 15_000;

/** One entry: who, why, for how long, everything that was read, and the review. */
export function EntryRoom() {
  const { t } = useTranslation('break-glass');
  const { id = '' } = useParams();
  const entry = useQuery({
    queryKey: ['break-glass', id],
    queryFn: () => readEntry(id),
    refetchInterval: EVERY,
  });
  if (entry.isPending) return <Loading />;
  if (entry.isError) return <Failure error={entry.error} retry={() => void entry.refetch()} />;
  const { data } = entry;
  return (
    <>
      <RoomHeader title={t('one')}>
        <EntryActs entry={data} />
      </RoomHeader>
      <Stack gap="lg">
        <Asked entry={data} />
        {data.state === 'admitted' && (data.reads.length > 0 || !data.own) && (
          <ReadList entry={data} />
        )}
        {data.state === 'admitted' && <Review entry={data} />}
      </Stack>
    </>
  );
}

function Asked({ entry }: { entry: GlassPage }) {
  const { t } = useTranslation('break-glass');
  const inside = useIsIn()(entry);
  const { reference, askedBy, requestedAt, reason, decidedAt, decidedBy, until } = entry;
  return (
    <Paper component="section">
      <Stack gap="md">
        <Group justify="space-between" gap="xs">
          <Title order={2}>{reference}</Title>
          <EntryMark entry={entry} />
        </Group>
        {inside && until && <TimeLeft until={until} />}
        {entry.own && entry.state === 'requested' && (
          <Text size="sm" c="dimmed" role="status">
            {t('waiting')}
          </Text>
        )}
        <SimpleGrid component="dl" m={0} cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
          <Fact name={t('asked')}>
            <ByAt by={askedBy} at={requestedAt} />
          </Fact>
          {decidedAt && (
            <Fact name={t('decided')}>
              <ByAt by={decidedBy} at={decidedAt} />
            </Fact>
          )}
          {until && (
            <Fact name={t('until')}>
              <Instant at={until} zone={readerZone()} size="sm" />
            </Fact>
          )}
        </SimpleGrid>
        <div>
          <Text size="xs" c="dimmed">
            {t('reason')}
          </Text>
          <Written>{reason}</Written>
        </div>
      </Stack>
    </Paper>
  );
}

function Review({ entry }: { entry: GlassPage }) {
  const { t } = useTranslation('break-glass');
  const inside = useIsIn()(entry);
  const { verdict, reviewedAt, reviewedBy, reviewNote } = entry;
  return (
    <Paper component="section">
      <Title order={2} mb="sm">
        {t('review.title')}
      </Title>
      {verdict && reviewedAt ? (
        <Stack gap="xs">
          <Text size="sm" fw={600}>
            {t(`review.${verdict}`)}
          </Text>
          {reviewNote && <Written>{reviewNote}</Written>}
          <Text size="xs" c="dimmed">
            {t('review.by')} {reviewedBy} · <Instant at={reviewedAt} zone={readerZone()} inherit />
          </Text>
        </Stack>
      ) : (
        <Text size="sm" c="dimmed">
          {t('review.pending')} {t(inside ? 'review.after' : 'review.due')}
        </Text>
      )}
    </Paper>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {name}
      </Text>
      <Text component="dd" m={0} size="sm">
        {children}
      </Text>
    </div>
  );
}

function ByAt({ by, at }: { by: string | null; at: string }) {
  return (
    <>
      {by} · <Instant at={at} zone={readerZone()} inherit />
    </>
  );
}
