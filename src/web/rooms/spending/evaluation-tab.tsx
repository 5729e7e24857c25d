import { Group, NativeSelect, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PROGRAMMES } from '../../api/budget';
import { evaluatePosts, type PostEvaluation, type Programme } from '../../api/spending';
import { useLabel, useOptions } from '../../i18n/use-label';
import { formatMoney } from '../../money/format';
import { todayAt } from '../../time/zoned';
import { Empty, Failure, Loading } from '../../ui/states';
import { usePostName } from '../../ui/use-posts';
import { YearSelect } from './year-select';

const COLUMNS = [
  ...(['post', 'cases', 'persons', 'need', 'costOfLiving', 'allotted', 'spent'] as const),
  ...(['executed', 'forecast', 'costPerPerson', 'points'] as const),
] as const;

/** Each post’s spending beside its caseload of the year. */
export function EvaluationTab() {
  const { t } = useTranslation('spending');
  const options = useOptions();
  const [year, setYear] = useState(Number(todayAt('America/Lima').slice(0, 4)));
  const [programme, setProgramme] = useState<Programme>('palh');
  const evaluation = useQuery({
    queryKey: ['post-evaluations', year, programme],
    queryFn: () => evaluatePosts(year, programme),
  });
  return (
    <>
      <Group align="flex-end">
        <YearSelect value={year} onChange={setYear} />
        <NativeSelect
          label={t('programme')}
          value={programme}
          data={options('programme', PROGRAMMES)}
          onChange={(event) => setProgramme(event.currentTarget.value as Programme)}
        />
      </Group>
      <Paper component="section" p="md" aria-labelledby="evaluation">
        <Title order={2} id="evaluation">
          {t('evaluation.title')}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {t('evaluation.about')}
        </Text>
        {evaluation.isPending && <Loading />}
        {evaluation.isError && <Failure error={evaluation.error} />}
        {evaluation.data && <Posts posts={evaluation.data.posts} />}
      </Paper>
    </>
  );
}

function Posts({ posts }: { posts: PostEvaluation[] }) {
  const { t } = useTranslation('spending');
  const known = posts.filter(({ cases, allotted }) => cases > 0 || Number(allotted) > 0);
  if (known.length === 0) return <Empty title={t('evaluation.none')} />;
  return (
    <Table.ScrollContainer minWidth={1080} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="xs" style={{ fontVariantNumeric: 'tabular-nums' }}>
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => (
              <Table.Th key={column} ta={column === 'post' ? 'left' : 'right'}>
                {t(`evaluation.column.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {known.map((post) => (
            <PostRow key={post.postId} post={post} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function PostRow({ post }: { post: PostEvaluation }) {
  const { t, i18n } = useTranslation('spending');
  const nameOf = usePostName();
  const label = useLabel();
  const money = (amount: string | null) =>
    amount === null ? '—' : formatMoney(amount, 'PEN', i18n.language);
  const share = post.executed === null ? '—' : `${(Number(post.executed) * 100).toFixed(1)} %`;
  const over = Number(post.forecast) > Number(post.allotted);
  const { indigence, vulnerability, extremeNeed } = post;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400} miw={240}>
        {nameOf({ id: post.postId, code: post.postCode })}
        <Stack gap={0}>
          {post.lines.map(({ line, spent, persons, perPerson }) => (
            <Text key={line} size="xs" c="dimmed">
              {t('evaluation.lineText', {
                ...{ line: label('aidLine', line), spent: money(spent), persons },
                each: money(perPerson),
              })}
            </Text>
          ))}
        </Stack>
      </Table.Th>
      <Table.Td ta="right">{post.cases}</Table.Td>
      <Table.Td ta="right">{post.persons}</Table.Td>
      <Table.Td ta="right">
        {post.vulnerable}
        {post.vulnerable > 0 && (
          <Text size="xs" c="dimmed">
            {t('evaluation.needs', { indigence, vulnerability, extremeNeed })}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">{post.costOfLiving}</Table.Td>
      <Table.Td ta="right">{money(post.allotted)}</Table.Td>
      <Table.Td ta="right">{money(post.spent)}</Table.Td>
      <Table.Td ta="right">{share}</Table.Td>
      <Table.Td ta="right">
        {money(post.forecast)}
        {over && (
          <Text size="xs" fw={600}>
            {t('evaluation.over')}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">{money(post.costPerPerson)}</Table.Td>
      <Table.Td ta="right">{post.points}</Table.Td>
    </Table.Tr>
  );
}
