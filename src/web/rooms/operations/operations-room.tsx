import { Anchor, Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listOperations, type Operation } from '../../api/bulk';
import { Instant } from '../../ui/instant';
import { RoomHeader } from '../../ui/room-header';
import { Empty, Failure, Loading } from '../../ui/states';
import { readerZone } from '../../time/format';
import { isRunning, useOperationTitle } from './operation';

const AGAIN_AFTER = 2_000;

/** Work over many cases that the reader asked for: under way and done. */
export function OperationsRoom() {
  const { t } = useTranslation('bulk');
  const operations = useQuery({
    queryKey: ['operations'],
    queryFn: () => listOperations(),
    refetchInterval: ({ state }) => (state.data?.items.some(isRunning) ? AGAIN_AFTER : false),
  });
  if (operations.isPending) return <Loading />;
  if (operations.isError) {
    return <Failure error={operations.error} retry={() => void operations.refetch()} />;
  }
  return (
    <>
      <RoomHeader title={t('operations')} hint={t('operationsHint')} />
      {operations.data.items.length === 0 ? (
        <Paper>
          <Empty title={t('noOperations')}>{t('noOperationsDetail')}</Empty>
        </Paper>
      ) : (
        <Stack component="ul" gap="xs" className="plain-list">
          {operations.data.items.map((operation) => (
            <Line key={operation.id} operation={operation} />
          ))}
        </Stack>
      )}
    </>
  );
}

function Line({ operation }: { operation: Operation }) {
  const { t } = useTranslation('bulk');
  const title = useOperationTitle();
  return (
    <Paper component="li" p="md">
      <Group justify="space-between" gap="xs">
        <div>
          <Anchor component={Link} to={`/operations/${operation.id}`} fw={600}>
            {title(operation)}
          </Anchor>
          <Text size="xs" c="dimmed">
            <Instant at={operation.recordedAt} zone={readerZone()} size="xs" />
          </Text>
        </div>
        <Group gap="xs">
          <Text size="sm">
            {t('progress', { ended: endedOf(operation), total: operation.total })}
          </Text>
          <Badge variant="light">{t(`state.${operation.state}`)}</Badge>
        </Group>
      </Group>
    </Paper>
  );
}

const endedOf = ({ done, unchanged, refused }: Operation) => done + unchanged + refused;
