import { Group, NativeSelect, Paper, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ADVANCE_LISTS, AID_STATES, listAid } from '../../api/aid';
import { useAtHeadquarters } from '../../app/session';
import { useOptions } from '../../i18n/use-label';
import { Empty, Failure, Loading } from '../../ui/states';
import { usePostOptions, usePosts } from '../../ui/use-posts';
import { AidEntry } from './aid-rows';

const ENDED = ['settled', 'refused', 'cancelled', 'rendered', 'recorded'];

/** Requests that wait for somebody: what was paid as urgent, what is urgent, then the oldest. */
export function WaitingTab() {
  const { t } = useTranslation('aid');
  const options = useOptions();
  const posts = usePosts();
  const choices = usePostOptions();
  const headquarters = useAtHeadquarters();
  const [state, setState] = useState('');
  const [post, setPost] = useState('');
  const [advances, setAdvances] = useState<'' | (typeof ADVANCE_LISTS)[number]>('');
  const query = {
    kind: 'request' as const,
    ...(state ? { state } : {}),
    ...(post ? { post } : {}),
    ...(advances ? { advances } : {}),
  };
  const waiting = useQuery({ queryKey: ['aid', query], queryFn: () => listAid(query) });
  const requests = waiting.data?.items;
  return (
    <>
      <Group align="flex-end">
        <NativeSelect
          label={t('state')}
          value={state}
          data={[
            { value: '', label: t('anyState') },
            ...options(
              'aidState',
              AID_STATES.filter((one) => !ENDED.includes(one)),
            ),
          ]}
          onChange={(event) => setState(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('advances.label')}
          value={advances}
          data={[
            { value: '', label: t('advances.any') },
            ...ADVANCE_LISTS.map((value) => ({ value, label: t(`advances.${value}`) })),
          ]}
          onChange={(event) => setAdvances(event.currentTarget.value as typeof advances)}
        />
        {headquarters && (
          <NativeSelect
            label={t('post')}
            value={post}
            data={[{ value: '', label: t('allPosts') }, ...choices(posts.data ?? [])]}
            onChange={(event) => setPost(event.currentTarget.value)}
          />
        )}
      </Group>
      <Paper component="section" p="md">
        {waiting.isPending && <Loading />}
        {waiting.isError && <Failure error={waiting.error} />}
        {requests?.length === 0 && <Empty title={t('none')}>{t('noneHint')}</Empty>}
        <Stack component="ul" gap="lg" className="plain-list">
          {requests?.map((aid) => (
            <li key={aid.id}>
              <AidEntry aid={aid} withCase />
            </li>
          ))}
        </Stack>
      </Paper>
    </>
  );
}
