import { Alert, Badge, Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listProofs, listQueues, pauseQueue, resumeQueue } from '../../api/oversight';
import type { JobQueue, Proofs as ProofRuns } from '../../api/types';
import { queryClient } from '../../app/query-client';
import { useCan } from '../../app/session';
import { readerZone } from '../../time/format';
import { Instant } from '../../ui/instant';
import { useTellDone, useTellProblem } from '../../ui/problem';
import { RoomHeader } from '../../ui/room-header';
import { Empty, Failure, Forbidden, Loading } from '../../ui/states';
import { FailedJobs } from './failed-jobs';
import { usePosts } from '../../ui/use-posts';

/** The queue of every post, what failed in it, and the daily proof that nobody was forgotten. */
export function JobsRoom() {
  const { t } = useTranslation('jobs');
  const can = useCan();
  const allowed = can('job.retry');
  const queues = useQuery({
    queryKey: ['job-queues'],
    queryFn: listQueues,
    refetchInterval: 30_000,
    enabled: allowed,
  });
  const proofs = useQuery({ queryKey: ['proofs'], queryFn: listProofs, enabled: allowed });
  if (!allowed) return <Forbidden />;
  return (
    <>
      <RoomHeader title={t('title')} hint={t('hint')} />
      <Stack gap="xl">
        <section>
          <Title order={2} mb="sm">
            {t('proofs')}
          </Title>
          {proofs.isPending && <Loading />}
          {proofs.isError && <Failure error={proofs.error} retry={() => void proofs.refetch()} />}
          {proofs.data && <Proofs proofs={proofs.data} />}
        </section>
        <section>
          <Title order={2} mb="sm">
            {t('queues')}
          </Title>
          {queues.isPending && <Loading />}
          {queues.isError && <Failure error={queues.error} retry={() => void queues.refetch()} />}
          {queues.data && <Queues queues={queues.data.items} />}
        </section>
      </Stack>
    </>
  );
}

function Proofs({ proofs }: { proofs: ProofRuns }) {
  const { t } = useTranslation('jobs');
  return (
    <Stack gap="xs">
      {proofs.state === 'late' && (
        <Alert color="rojo" variant="light" title={t('proofLate')}>
          {t('proofLateDetail')}
        </Alert>
      )}
      {proofs.items.length === 0 && (
        <Paper>
          <Empty title={t('noProofs')}>{t('noProofsDetail')}</Empty>
        </Paper>
      )}
      <Stack component="ul" gap="xs" className="plain-list">
        {proofs.items.slice(0, 7).map((proof) => (
          <Paper component="li" key={proof.id} p="sm">
            <Group justify="space-between" gap="xs">
              <Text size="sm">
                <Instant at={proof.ranAt} zone={readerZone()} inherit />
                {` · ${t('provenCases', { count: proof.openCases })}`}
              </Text>
              <Badge
                color={proof.passed ? 'tinta' : 'rojo'}
                variant={proof.passed ? 'light' : 'filled'}
              >
                {t(proof.passed ? 'proofOk' : 'proofFailed')}
              </Badge>
            </Group>
            {proof.silentCases > 0 && (
              <Text size="sm">{t('silentCases', { count: proof.silentCases })}</Text>
            )}
            {proof.unsentReminders > 0 && (
              <Text size="sm">{t('unsentReminders', { count: proof.unsentReminders })}</Text>
            )}
          </Paper>
        ))}
      </Stack>
    </Stack>
  );
}

/** The queue of headquarters and of the system's own work. */
const SYSTEM = 'system';
const COUNTS = ['waiting', 'active', 'delayed', 'failed'] as const;

function Queues({ queues }: { queues: JobQueue[] }) {
  const { t } = useTranslation('jobs');
  const [opened, setOpened] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const first = queues.filter(
    (queue) => queue.postCode === SYSTEM || queue.paused || COUNTS.some((count) => queue[count]),
  );
  const rest = queues.filter((queue) => !first.includes(queue));
  const shown = [...first.sort((a, b) => b.failed - a.failed), ...(all ? rest : [])];
  if (queues.length === 0) {
    return (
      <Paper>
        <Empty title={t('noQueues')}>{t('noQueuesDetail')}</Empty>
      </Paper>
    );
  }
  return (
    <Paper p={0}>
      <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('queue')}</Table.Th>
              {COUNTS.map((count) => (
                <Table.Th key={count} ta="right">
                  {t(`count.${count}`)}
                </Table.Th>
              ))}
              <Table.Th>{t('acts')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((queue) => (
              <QueueRow
                key={queue.postCode}
                queue={queue}
                opened={opened === queue.postCode}
                onToggle={() => setOpened(opened === queue.postCode ? null : queue.postCode)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {rest.length > 0 && (
        <Group p="sm" justify="center">
          <Button variant="subtle" size="xs" onClick={() => setAll(!all)} aria-expanded={all}>
            {all ? t('hideIdle') : t('showIdle', { count: rest.length })}
          </Button>
        </Group>
      )}
    </Paper>
  );
}

function QueueRow({
  queue,
  opened,
  onToggle,
}: {
  queue: JobQueue;
  opened: boolean;
  onToggle: () => void;
}) {
  const { t } = useTranslation('jobs');
  const posts = usePosts();
  const city = posts.data?.find(({ code }) => code === queue.postCode)?.city;
  const name =
    queue.postCode === SYSTEM ? t('system') : city ? `${city} (${queue.postCode})` : queue.postCode;
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const pause = useMutation({
    mutationFn: (paused: boolean) => (paused ? pauseQueue : resumeQueue)(queue.postCode),
    onSuccess: (_, paused) => {
      tellDone(t(paused ? 'pausedDone' : 'resumedDone', { code: name }));
      return queryClient.invalidateQueries({ queryKey: ['job-queues'] });
    },
    onError: tellProblem,
  });
  const act = queue.paused ? 'resume' : 'pause';
  return (
    <>
      <Table.Tr>
        <Table.Th scope="row">
          {name}{' '}
          {queue.paused && (
            <Badge size="xs" variant="outline">
              {t('paused')}
            </Badge>
          )}
        </Table.Th>
        {COUNTS.map((count) => (
          <Table.Td key={count} ta="right">
            <Text
              span
              size="sm"
              fw={count === 'failed' && queue.failed > 0 ? 640 : undefined}
              c={count === 'failed' && queue.failed > 0 ? 'rojo.7' : undefined}
            >
              {queue[count]}
            </Text>
          </Table.Td>
        ))}
        <Table.Td>
          <Group gap="xs" wrap="nowrap">
            {queue.failed > 0 && (
              <Button
                size="compact-xs"
                variant="default"
                aria-expanded={opened}
                aria-label={t('seeFailedOf', { code: name })}
                onClick={onToggle}
              >
                {t('seeFailed')}
              </Button>
            )}
            <Button
              size="compact-xs"
              variant="subtle"
              loading={pause.isPending}
              aria-label={t(`${act}Of`, { code: name })}
              onClick={() => pause.mutate(!queue.paused)}
            >
              {t(act)}
            </Button>
          </Group>
        </Table.Td>
      </Table.Tr>
      {opened && (
        <Table.Tr>
          <Table.Td colSpan={COUNTS.length + 2} p={0}>
            <FailedJobs code={queue.postCode} name={name} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}
