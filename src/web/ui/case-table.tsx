import { Box, Button, Center, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseListQuery, listCases } from '../api/cases';
import { CaseCard, CaseRows, type Marking } from './case-rows';
import { Empty, Failure, Loading } from './states';

interface ListProps {
  empty: string;
  emptyDetail?: string;
  /** Lets cases be ticked; `bar` is told how many there are in all. */
  marking?: Marking & { bar: (total: number) => ReactNode };
}

/** A list that the API keeps by a query of cases, or another one of cases, under a name of its own. */
type Props = ListProps &
  (
    | { query: CaseListQuery; load?: undefined }
    | {
        query: object;
        load: (page: { cursor?: string; limit: number }) => ReturnType<typeof listCases>;
      }
  );

/** A list of cases with all its pages; a table where there is room, cards where there is not. */
export function CaseTable(props: Props) {
  const { t } = useTranslation();
  const { query, empty, emptyDetail, marking } = props;
  const load =
    props.load ??
    ((page: { cursor?: string; limit: number }) => listCases({ ...props.query, ...page }));
  const pages = useInfiniteQuery({
    queryKey: ['cases', query],
    queryFn: ({ pageParam }) => load({ cursor: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  if (pages.isPending) return <Loading />;
  if (pages.isError) return <Failure error={pages.error} retry={() => void pages.refetch()} />;
  const rows = pages.data.pages.flatMap(({ items }) => items);
  const total = pages.data.pages[0]?.total;
  if (rows.length === 0) {
    return (
      <Paper>
        <Empty title={empty}>{emptyDetail}</Empty>
      </Paper>
    );
  }
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed" role="status">
        {total === undefined && pages.hasNextPage
          ? t('list.shownMore', { count: rows.length })
          : t('list.shown', { count: total ?? rows.length })}
      </Text>
      {marking?.bar(total ?? rows.length)}
      <Paper p={0} visibleFrom="md">
        <CaseRows rows={rows} marking={marking} />
      </Paper>
      <Box component="ul" className="plain-list" hiddenFrom="md">
        {rows.map((row) => (
          <CaseCard key={row.id} row={row} marking={marking} />
        ))}
      </Box>
      {pages.hasNextPage && (
        <Center>
          <Button
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t('list.more')}
          </Button>
        </Center>
      )}
    </Stack>
  );
}
