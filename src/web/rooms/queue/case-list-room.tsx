import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { listRegions } from '../../api/network';
import { useCan } from '../../app/session';
import { CaseTable } from '../../ui/case-table';
import { RoomHeader } from '../../ui/room-header';
import { Forbidden } from '../../ui/states';
import { usePosts } from '../../ui/use-posts';

const LISTS = ['all', 'overdue', 'never_visited'] as const;

/** The list behind a number: exactly the cases that the number counted. */
export function CaseListRoom() {
  const { t, i18n } = useTranslation('queue');
  const can = useCan();
  const [search] = useSearchParams();
  const postId = search.get('post') ?? undefined;
  const post = usePosts(postId !== undefined).data?.find(({ id }) => id === postId);
  const code = search.get('region');
  const regions = useQuery({
    queryKey: ['regions'],
    queryFn: listRegions,
    enabled: code !== null,
  });
  const region = regions.data?.items.find((known) => known.code === code);
  const regionName = i18n.language === 'en' ? region?.nameEn : region?.nameEs;
  const list = LISTS.find((name) => name === search.get('view')) ?? 'all';
  if (!can('case.read')) return <Forbidden />;
  return (
    <>
      <RoomHeader title={t(`list.${list}`)} hint={post?.name ?? regionName ?? t('list.everyPost')}>
        <Button component={Link} to="/world" variant="default">
          {t('list.back')}
        </Button>
      </RoomHeader>
      <CaseTable
        query={{
          post: postId,
          region: search.get('region') ?? undefined,
          view: list,
          counted: true,
          family: search.get('family') ?? undefined,
        }}
        empty={t('list.none')}
      />
    </>
  );
}
