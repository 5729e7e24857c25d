import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useCan } from '../../app/session';
import { CaseTable } from '../../ui/case-table';
import { RoomHeader } from '../../ui/room-header';
import { Forbidden } from '../../ui/states';
import { usePosts } from '../../ui/use-posts';

const LISTS = ['all', 'overdue', 'never_visited'] as const;

/** The list behind a number: exactly the cases that the number counted. */
export function CaseListRoom() {
  const { t } = useTranslation('queue');
  const can = useCan();
  const [search] = useSearchParams();
  const postId = search.get('post') ?? undefined;
  const post = usePosts(postId !== undefined).data?.find(({ id }) => id === postId);
  const list = LISTS.find((name) => name === search.get('view')) ?? 'all';
  if (!can('case.read')) return <Forbidden />;
  return (
    <>
      <RoomHeader title={t(`list.${list}`)} hint={post?.name ?? t('list.everyPost')}>
        <Button component={Link} to="/world" variant="default">
          {t('list.back')}
        </Button>
      </RoomHeader>
      <CaseTable
        query={{
          post: postId,
          view: list,
          family: search.get('family') ?? undefined,
        }}
        empty={t('list.none')}
      />
    </>
  );
}
