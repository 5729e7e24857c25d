import { Button, ScrollArea, Select, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useCan, useMyPosts } from '../../app/session';
import { CaseTable } from '../../ui/case-table';
import { RoomHeader } from '../../ui/room-header';
import { Forbidden } from '../../ui/states';
import { usePosts } from '../../ui/use-posts';

const VIEWS = ['unassigned', 'mine', 'due', 'overdue', 'on_hold', 'recently_done', 'all'] as const;
type View = (typeof VIEWS)[number];

const isView = (text: string | null): text is View => VIEWS.some((view) => view === text);

/** The cases of one post, by what they wait for. The view is in the address, so it can be kept. */
export function QueueRoom() {
  const { t } = useTranslation('queue');
  const can = useCan();
  const posts = useMyPosts();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('view');
  const view: View = isView(asked) ? asked : 'due';
  const post = posts.find(({ id }) => id === search.get('post')) ?? posts[0];
  const network = usePosts();
  if (!post || !can('case.read')) return <Forbidden />;
  const nameOf = ({ id, code }: { id: string; code: string }) =>
    network.data?.find((known) => known.id === id)?.name ?? code;
  const show = (next: { view?: string; post?: string }) =>
    setSearch({ view, post: post.id, ...next }, { replace: true });
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
            <CaseTable
              query={{ post: post.id, view: name }}
              empty={t(`empty.${name}`)}
              emptyDetail={t('emptyDetail')}
            />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}
