import { Alert, Button, Group, Paper, Select, Stack, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { newKey } from '../../api/client';
import { draftPostPaper, listPostPapers } from '../../api/papers';
import { useCan, useMyPosts } from '../../app/session';
import { todayAt } from '../../time/zoned';
import { DayInput } from '../../ui/instant-input';
import { type ProblemText, useFormProblem } from '../../ui/problem';
import { RoomHeader } from '../../ui/room-header';
import { Empty, Failure, Forbidden, Loading } from '../../ui/states';
import { usePostOptions, usePosts } from '../../ui/use-posts';
import { PaperList } from './paper-list';

/** The lists that a post draws up of the papers it issued, to send them on. */
export function PostPapersRoom() {
  const { t } = useTranslation('papers');
  const postOptions = usePostOptions();
  const can = useCan();
  const posts = useMyPosts();
  const network = usePosts();
  const [chosen, setChosen] = useState<string | null>(null);
  const post = posts.find(({ id }) => id === chosen) ?? posts[0];
  const papers = useQuery({
    queryKey: ['post-papers', post?.id],
    queryFn: () => listPostPapers(post?.id ?? ''),
    enabled: post !== undefined && can('paper.draft'),
  });
  if (!post || !can('paper.draft')) return <Forbidden />;
  const known = (id: string) => network.data?.find((each) => each.id === id);
  const zone = known(post.id)?.timeZone ?? 'UTC';
  return (
    <>
      <RoomHeader title={t('lists')} hint={t('listsHint')}>
        {posts.length > 1 && (
          <Select
            aria-label={t('post')}
            data={postOptions(posts)}
            value={post.id}
            allowDeselect={false}
            onChange={setChosen}
          />
        )}
      </RoomHeader>
      <Stack gap="lg" maw={860}>
        <NewList postId={post.id} zone={zone} />
        <Paper component="section">
          <Title order={2} mb="sm">
            {t('drawnUp')}
          </Title>
          {papers.isPending && <Loading />}
          {papers.isError && <Failure error={papers.error} retry={() => void papers.refetch()} />}
          {papers.data?.items.length === 0 && <Empty title={t('noLists')} />}
          {papers.data && <PaperList papers={papers.data.items} zone={zone} />}
        </Paper>
      </Stack>
    </>
  );
}

function NewList({ postId, zone }: { postId: string; zone: string }) {
  const { t } = useTranslation(['papers', 'common']);
  const go = useNavigate();
  const place = useFormProblem();
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const today = todayAt(zone);
  const form = useForm({ initialValues: { from: `${today.slice(0, 8)}01`, to: today } });
  const draft = useMutation({
    mutationFn: (period: { from: string; to: string }) =>
      draftPostPaper(postId, { kind: 'remittance_list', ...period }, key),
    onSuccess: ({ id }) => go(`/papers/${id}`),
    onError: (error) => {
      setKey(newKey());
      setProblem(place(form, error));
    },
  });
  return (
    <Paper component="section">
      <Title order={2} mb="sm">
        {t('newList')}
      </Title>
      <form noValidate onSubmit={form.onSubmit((values) => draft.mutate(values))}>
        <Group align="flex-start">
          <DayInput label={t('from')} {...form.getInputProps('from')} />
          <DayInput label={t('to')} {...form.getInputProps('to')} />
          <Button type="submit" mt={{ base: 0, xs: 25 }} loading={draft.isPending}>
            {t('begin')}
          </Button>
        </Group>
        {problem && (
          <Alert color="rojo" variant="light" title={problem.title} role="alert" mt="md">
            {problem.detail}
          </Alert>
        )}
      </form>
    </Paper>
  );
}
