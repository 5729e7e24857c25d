import {
  Alert,
  Anchor,
  Badge,
  Button,
  Group,
  Paper,
  Progress,
  Stack,
  Table,
  Text,
} from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import {
  cancelOperation,
  listBulkRows,
  readOperation,
  undoOperation,
  type BulkRow,
  type Operation,
} from '../../api/bulk';
import { newKey } from '../../api/client';
import { queryClient } from '../../app/query-client';
import { useTellProblem } from '../../ui/problem';
import { RoomHeader } from '../../ui/room-header';
import { Failure, Loading } from '../../ui/states';
import { isRunning, useOperationTitle } from './operation';
import { useRefusal } from './use-refusal';

const AGAIN_AFTER = 1_000;
const STATES = ['done', 'unchanged', 'refused'] as const;

/** One piece of work over many cases: how far it is, what became of each case, and its undoing. */
export function OperationRoom() {
  const { id = '' } = useParams();
  const operation = useQuery({
    queryKey: ['operations', id],
    queryFn: () => readOperation(id),
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? AGAIN_AFTER : false),
  });
  if (operation.isPending) return <Loading />;
  if (operation.isError) {
    return <Failure error={operation.error} retry={() => void operation.refetch()} />;
  }
  return <View key={id} operation={operation.data} />;
}

function View({ operation }: { operation: Operation }) {
  const { t } = useTranslation('bulk');
  const title = useOperationTitle();
  const running = isRunning(operation);
  const ended = operation.done + operation.unchanged + operation.refused;
  const share = operation.total === 0 ? 100 : Math.round((ended / operation.total) * 100);
  const was = useRef(running);
  useEffect(() => {
    // the lists behind it are no longer what they were
    if (was.current && !running) void queryClient.invalidateQueries();
    was.current = running;
  }, [running]);
  return (
    <>
      <RoomHeader title={title(operation)} hint={t(running ? 'mayLeave' : 'whatBecame')}>
        <Acts operation={operation} />
      </RoomHeader>
      <Stack>
        <Paper>
          <Stack gap="xs">
            <Group justify="space-between">
              <Text size="sm" role="status">
                {t('progress', { ended, total: operation.total })}
              </Text>
              <Badge variant="light">{t(`state.${operation.state}`)}</Badge>
            </Group>
            <Progress value={share} aria-label={t('progressLabel')} size="lg" />
            <Group gap="md">
              {STATES.map((state) => (
                <Text key={state} size="sm">
                  {t(`count.${state}`, { count: operation[state] })}
                </Text>
              ))}
            </Group>
          </Stack>
        </Paper>
        {operation.failure && (
          <Alert color="rojo" variant="light" title={t('failed')}>
            {t(`failure.${operation.failure}` as never)}
          </Alert>
        )}
        {operation.undoneBy && (
          <Anchor component={Link} to={`/operations/${operation.undoneBy}`}>
            {t('undone')}
          </Anchor>
        )}
        <Rows operation={operation} />
      </Stack>
    </>
  );
}

function Acts({ operation }: { operation: Operation }) {
  const { t } = useTranslation('bulk');
  const go = useNavigate();
  const tell = useTellProblem();
  const key = useRef(newKey());
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['operations'] });
  const cancel = useMutation({
    mutationFn: () => cancelOperation(operation.id),
    onSuccess: refresh,
    onError: tell,
  });
  const undo = useMutation({
    mutationFn: () => undoOperation(operation.id, key.current),
    onSuccess: async ({ id }) => {
      await refresh();
      void go(`/operations/${id}`);
    },
    onError: tell,
  });
  return (
    <>
      <Button component={Link} to="/operations" variant="default">
        {t('operations')}
      </Button>
      {isRunning(operation) && !operation.cancelAskedAt && (
        <Button variant="default" onClick={() => cancel.mutate()} loading={cancel.isPending}>
          {t('stop')}
        </Button>
      )}
      {!isRunning(operation) && operation.undoable && !operation.undoneBy && (
        <Button onClick={() => undo.mutate()} loading={undo.isPending}>
          {t('undo')}
        </Button>
      )}
    </>
  );
}

function Rows({ operation }: { operation: Operation }) {
  const { t } = useTranslation(['bulk', 'common']);
  const ended = operation.done + operation.unchanged + operation.refused;
  const rows = useInfiniteQuery({
    queryKey: ['operations', operation.id, 'rows', ended, operation.state],
    queryFn: ({ pageParam }) => listBulkRows(operation.id, { cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
  if (rows.isPending) return <Loading />;
  if (rows.isError) return <Failure error={rows.error} retry={() => void rows.refetch()} />;
  return (
    <Paper p={0}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.case')}</Table.Th>
            <Table.Th>{t('column.result')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.data.pages
            .flatMap(({ items }) => items)
            .map((row) => (
              <Row key={row.n} row={row} />
            ))}
        </Table.Tbody>
      </Table>
      {rows.hasNextPage && (
        <Button
          variant="subtle"
          fullWidth
          loading={rows.isFetchingNextPage}
          onClick={() => void rows.fetchNextPage()}
        >
          {t('common:list.more')}
        </Button>
      )}
    </Paper>
  );
}

function Row({ row }: { row: BulkRow }) {
  const { t } = useTranslation('bulk');
  const refusal = useRefusal();
  return (
    <Table.Tr>
      <Table.Td>
        {row.reference ? (
          <Anchor component={Link} to={`/cases/${row.caseId}`} size="sm">
            {row.personName ?? row.reference}
          </Anchor>
        ) : (
          <Text size="sm" c="dimmed">
            {t('outOfReach')}
          </Text>
        )}
        {row.personName && (
          <Text size="xs" c="dimmed">
            {row.reference}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{row.code ? refusal(row.code) : t(`row.${row.state}`)}</Text>
      </Table.Td>
    </Table.Tr>
  );
}
