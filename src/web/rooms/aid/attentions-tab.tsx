import { Alert, Button, Checkbox, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AidLine, endorseAttentions, listAid, renderMonth } from '../../api/aid';
import { newKey } from '../../api/client';
import { queryClient } from '../../app/query-client';
import { useCan, useMyPosts } from '../../app/session';
import { todayAt } from '../../time/zoned';
import { FieldsDialog } from '../../ui/fields-dialog';
import { useTellDone, useTellProblem } from '../../ui/problem';
import { Empty, Failure, Loading } from '../../ui/states';
import { usePostOptions, usePosts } from '../../ui/use-posts';
import { AidEntry } from './aid-rows';

/** Everyday attentions: endorsed many at once, and rendered by the month. */
export function AttentionsTab() {
  const { t } = useTranslation('aid');
  const can = useCan();
  const [rendering, setRendering] = useState(false);
  const found = useQuery({
    queryKey: ['aid', { kind: 'attention' }],
    queryFn: () => listAid({ kind: 'attention' }),
  });
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failure error={found.error} />;
  const of = (state: string) => found.data.items.filter((aid) => aid.state === state);
  return (
    <>
      <Recorded attentions={of('recorded')} />
      <Paper component="section" p="md" aria-labelledby="endorsed">
        <Group justify="space-between" mb="sm">
          <Title order={2} id="endorsed">
            {t('attentions.endorsed')}
          </Title>
          {can('aid.account') && (
            <Button variant="default" size="xs" onClick={() => setRendering(true)}>
              {t('act.render')}
            </Button>
          )}
        </Group>
        <Entries attentions={of('endorsed')} />
      </Paper>
      {rendering && <RenderDialog onClose={() => setRendering(false)} />}
    </>
  );
}

function Entries({ attentions }: { attentions: AidLine[] }) {
  const { t } = useTranslation('aid');
  if (attentions.length === 0) return <Empty title={t('attentions.none')} />;
  return (
    <Stack component="ul" gap="md" className="plain-list">
      {attentions.map((aid) => (
        <li key={aid.id}>
          <AidEntry aid={aid} withCase />
        </li>
      ))}
    </Stack>
  );
}

/** Those that wait for the head of post, to be ticked and endorsed together. */
function Recorded({ attentions }: { attentions: AidLine[] }) {
  const { t } = useTranslation(['aid', 'common']);
  const can = useCan();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const [ticked, setTicked] = useState<string[]>([]);
  const endorse = useMutation({
    mutationFn: () => endorseAttentions(ticked, { key: newKey() }),
    onSuccess: async ({ endorsed }) => {
      tellDone(t('attentions.done', { count: endorsed.length }));
      setTicked([]);
      await queryClient.invalidateQueries();
    },
    onError: tellProblem,
  });
  const refused = endorse.data?.refused ?? [];
  const numberOf = (id: string) => attentions.find((aid) => aid.id === id)?.number ?? id;
  return (
    <Paper component="section" p="md" aria-labelledby="recorded">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="recorded">
          {t('attentions.recorded')}
        </Title>
        {can('aid.approve') && attentions.length > 0 && (
          <Group gap="xs">
            <Button
              size="xs"
              variant="subtle"
              onClick={() => setTicked(attentions.map(({ id }) => id))}
            >
              {t('attentions.all')}
            </Button>
            <Button
              size="xs"
              disabled={ticked.length === 0}
              loading={endorse.isPending}
              onClick={() => endorse.mutate()}
            >
              {t('attentions.endorse', { count: ticked.length })}
            </Button>
          </Group>
        )}
      </Group>
      {refused.length > 0 && (
        <Alert color="rojo" variant="light" mb="sm" title={t('attentions.refused')} role="alert">
          <List size="sm">
            {refused.map(({ id, code }) => (
              <List.Item key={id}>
                {numberOf(id)}: {t(`refusal.${code}` as never, { defaultValue: code })}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {attentions.length === 0 && <Empty title={t('attentions.none')} />}
      <Checkbox.Group
        value={ticked}
        onChange={setTicked}
        role="group"
        aria-label={t('attentions.recorded')}
      >
        <Stack component="ul" gap="md" className="plain-list">
          {attentions.map((aid) => (
            <Group component="li" key={aid.id} align="flex-start" wrap="nowrap">
              {can('aid.approve') && (
                <Checkbox
                  value={aid.id}
                  aria-label={t('attentions.tick', { number: aid.number })}
                />
              )}
              <AidEntry aid={aid} withCase />
            </Group>
          ))}
        </Stack>
      </Checkbox.Group>
      {attentions.length > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('attentions.hint')}
        </Text>
      )}
    </Paper>
  );
}

function RenderDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('aid');
  const mine = useMyPosts();
  const posts = usePosts();
  const choices = usePostOptions();
  const own = choices(mine.length > 0 ? mine : (posts.data ?? []));
  return (
    <FieldsDialog
      catalogue="aid"
      name="render"
      done={t('done')}
      about={t('about.render')}
      fields={[
        {
          ...{ name: 'postId', kind: 'select', choices: own, required: true },
          ...(own.length === 1 ? { initial: own[0]!.value } : {}),
        },
        {
          ...{ name: 'month', kind: 'text', hint: 'help.month', required: true },
          initial: todayAt('America/Lima').slice(0, 7),
        },
      ]}
      send={(body, key) => renderMonth(body as never, { key })}
      onClose={onClose}
    />
  );
}
