import { Button, Group, ScrollArea, Select, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { listTags } from '../../api/bulk';
import { useCan, useMyPosts } from '../../app/session';
import { CaseTable } from '../../ui/case-table';
import { RoomHeader } from '../../ui/room-header';
import { useSelection } from '../../ui/selection';
import { Forbidden } from '../../ui/states';
import { usePosts } from '../../ui/use-posts';
import { BulkBar } from './bulk-bar';
import { TagsDialog } from './tags-dialog';

const VIEWS = [
  'unassigned',
  'mine',
  'due',
  'overdue',
  'raised',
  'on_hold',
  'sealed',
  'recently_done',
  'all',
] as const;
type View = (typeof VIEWS)[number];

const isView = (text: string | null): text is View => VIEWS.some((view) => view === text);

/** The cases of one post, by what they wait for. The view is in the address, so it can be kept. */
export function QueueRoom() {
  const { t } = useTranslation(['queue', 'bulk']);
  const can = useCan();
  const posts = useMyPosts();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('view');
  const view: View = isView(asked) ? asked : 'due';
  const post = posts.find(({ id }) => id === search.get('post')) ?? posts[0];
  const network = usePosts();
  const [tagging, setTagging] = useState(false);
  if (!post || !can('case.read')) return <Forbidden />;
  const nameOf = ({ id, code }: { id: string; code: string }) =>
    network.data?.find((known) => known.id === id)?.name ?? code;
  const tag = search.get('tag') ?? undefined;
  const show = (next: { view?: string; post?: string; tag?: string | null }) => {
    const { tag: chosen = next.post ? null : tag, ...rest } = next;
    setSearch(
      { view, post: post.id, ...rest, ...(chosen ? { tag: chosen } : {}) },
      { replace: true },
    );
  };
  return (
    <>
      <RoomHeader title={t('title')} hint={nameOf(post)}>
        {posts.length > 1 && (
          <Select
            aria-label={t('post')}
            data={posts.map((mine) => ({ value: mine.id, label: nameOf(mine) }))}
            value={post.id}
            allowDeselect={false}
            onChange={(id) => id && show({ post: id })}
          />
        )}
        {can('tag.manage') && (
          <Button variant="default" onClick={() => setTagging(true)}>
            {t('bulk:tagsButton')}
          </Button>
        )}
        {can('case.register') && (
          <Button component={Link} to="/cases/new">
            {t('newCase')}
          </Button>
        )}
      </RoomHeader>
      <Tabs value={view} onChange={(next) => next && show({ view: next })} keepMounted={false}>
        <ScrollArea type="auto" offsetScrollbars="x" mb="xs">
          <Tabs.List style={{ flexWrap: 'nowrap' }}>
            {VIEWS.map((name) => (
              <Tabs.Tab key={name} value={name} style={{ flexShrink: 0 }}>
                {t(`view.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </ScrollArea>
        {VIEWS.map((name) => (
          <Tabs.Panel key={name} value={name} pt="xs">
            <PostQueue
              key={`${post.id} ${name} ${tag ?? ''}`}
              query={{ post: post.id, view: name, tag }}
              onTag={(next) => show({ tag: next })}
            />
          </Tabs.Panel>
        ))}
      </Tabs>
      {tagging && <TagsDialog postId={post.id} onClose={() => setTagging(false)} />}
    </>
  );
}

/** One view of the queue, whose cases can be ticked and changed together. */
function PostQueue({
  query,
  onTag,
}: {
  query: { post: string; view: View; tag?: string };
  onTag: (tag: string | null) => void;
}) {
  const { t } = useTranslation(['queue', 'bulk']);
  const can = useCan();
  const selection = useSelection();
  const tags = useQuery({ queryKey: ['tags', query.post], queryFn: () => listTags(query.post) });
  const known = tags.data?.items ?? [];
  const marking = {
    selection,
    tags: new Map(known.map(({ id, label }) => [id, label])),
    bar: (total: number) => (
      <BulkBar postId={query.post} selection={selection} filter={query} total={total} />
    ),
  };
  return (
    <>
      {known.length > 0 && (
        <Group mb="xs">
          <Select
            label={t('bulk:tagFilter')}
            placeholder={t('bulk:anyTag')}
            data={known.map(({ id, label }) => ({ value: id, label }))}
            value={query.tag ?? null}
            onChange={onTag}
            clearable
            clearButtonProps={{ 'aria-label': t('bulk:clearTag') }}
          />
        </Group>
      )}
      <CaseTable
        query={query}
        empty={t(`empty.${query.view}`)}
        emptyDetail={t('emptyDetail')}
        marking={can('case.edit') ? marking : undefined}
      />
    </>
  );
}
