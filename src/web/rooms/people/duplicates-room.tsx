import { Button, Group, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { proposedDuplicates } from '../../api/people';
import type { ProposedPair } from '../../api/types';
import { useCan, useMyPosts } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { Day } from '../../ui/instant';
import { RoomHeader } from '../../ui/room-header';
import { Empty, Failure, Forbidden, Loading } from '../../ui/states';
import { usePostOptions, usePosts } from '../../ui/use-posts';
import { CompareDialog } from '../person/compare-dialog';

/** The post's desk of persons who may be on file twice, the newest first. */
export function DuplicatesRoom() {
  const { t } = useTranslation(['person', 'common']);
  const postOptions = usePostOptions();
  const can = useCan();
  const mine = useMyPosts();
  const all = usePosts(mine.length === 0);
  const posts = mine.length > 0 ? mine : (all.data ?? []);
  const [chosen, setChosen] = useState<string | null>(null);
  const post = chosen ?? posts[0]?.id;
  const [comparing, setComparing] = useState<ProposedPair | null>(null);
  const pairs = useInfiniteQuery({
    queryKey: ['proposed-duplicates', post],
    queryFn: ({ pageParam }) => proposedDuplicates(post ?? '', pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled: Boolean(post),
  });
  if (!can('person.merge')) return <Forbidden />;
  const items = pairs.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <RoomHeader title={t('desk')} hint={t('deskHint')} />
      <Stack maw={860}>
        {posts.length > 1 && (
          <NativeSelect
            label={t('field.postId')}
            value={post}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={postOptions(posts)}
          />
        )}
        {pairs.isPending && <Loading />}
        {pairs.isError && <Failure error={pairs.error} retry={() => void pairs.refetch()} />}
        {pairs.data && items.length === 0 && !pairs.hasNextPage && (
          <Paper>
            <Empty title={t('deskEmpty')}>{t('deskEmptyDetail')}</Empty>
          </Paper>
        )}
        <Stack component="ul" gap="xs" className="plain-list">
          {items.map((pair) => (
            <Pair
              key={`${pair.one.id}${pair.two.id}`}
              pair={pair}
              compare={() => setComparing(pair)}
            />
          ))}
        </Stack>
        {pairs.hasNextPage && (
          <Button
            variant="default"
            loading={pairs.isFetchingNextPage}
            onClick={() => void pairs.fetchNextPage()}
          >
            {t('common:list.more')}
          </Button>
        )}
      </Stack>
      {comparing && (
        <CompareDialog
          one={comparing.one.id}
          two={comparing.two.id}
          onClose={() => setComparing(null)}
        />
      )}
    </>
  );
}

function Pair({ pair, compare }: { pair: ProposedPair; compare: () => void }) {
  const { t } = useTranslation('person');
  const label = useLabel();
  return (
    <Paper component="li" p="md">
      <Group justify="space-between" gap="xs">
        <div>
          {[pair.one, pair.two].map((member) => (
            <Text key={member.id} size="sm" fw={600}>
              {member.fullName}
              {member.birthDate && (
                <Text span size="sm" c="dimmed" fw={400}>
                  {' · '}
                  <Day on={member.birthDate} />
                </Text>
              )}
            </Text>
          ))}
          <Text size="xs" c="dimmed">
            {pair.why.map((why) => label('matchReason', why)).join(' · ')}
          </Text>
        </div>
        <Button
          size="xs"
          variant="default"
          onClick={compare}
          aria-label={t('compareNamed', { name: pair.one.fullName })}
        >
          {t('compare')}
        </Button>
      </Group>
    </Paper>
  );
}
