import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listFailedJobs, retryJob } from '../../api/oversight';
import type { FailedJob } from '../../api/types';
import { queryClient } from '../../app/query-client';
import { readerZone } from '../../time/format';
import { Instant } from '../../ui/instant';
import { useTellDone, useTellProblem } from '../../ui/problem';
import { Empty, Failure, Loading } from '../../ui/states';

/** What failed in one queue, why, and the way to run it again. */
export function FailedJobs({ code, name }: { code: string; name: string }) {
  const { t } = useTranslation('jobs');
  const failed = useQuery({
    queryKey: ['failed-jobs', code],
    queryFn: () => listFailedJobs(code),
  });
  return (
    <Stack p="md" gap="sm">
      <Title order={3}>{t('failedIn', { code: name })}</Title>
      {failed.isPending && <Loading />}
      {failed.isError && <Failure error={failed.error} retry={() => void failed.refetch()} />}
      {failed.data?.items.length === 0 && <Empty title={t('noFailed')} />}
      <Stack component="ul" gap="xs" className="plain-list">
        {failed.data?.items.map((job) => (
          <FailedJobCard key={job.id} code={code} job={job} />
        ))}
      </Stack>
    </Stack>
  );
}

function FailedJobCard({ code, job }: { code: string; job: FailedJob }) {
  const { t } = useTranslation('jobs');
  const name = String(t(`job.${job.job}` as never, { defaultValue: job.job }));
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const retry = useMutation({
    mutationFn: () => retryJob(code, job.id),
    onSuccess: () => {
      tellDone(t('retried'));
      void queryClient.invalidateQueries({ queryKey: ['failed-jobs', code] });
      return queryClient.invalidateQueries({ queryKey: ['job-queues'] });
    },
    onError: tellProblem,
  });
  return (
    <Paper component="li" p="sm">
      <Group justify="space-between" gap="xs" align="flex-start">
        <div>
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {job.failure}
          </Text>
          <Text size="xs" c="dimmed">
            <Instant at={job.failedAt} zone={readerZone()} inherit />
          </Text>
        </div>
        <Button
          size="xs"
          variant="default"
          loading={retry.isPending}
          onClick={() => retry.mutate()}
          aria-label={t('retryNamed', { name })}
        >
          {t('retry')}
        </Button>
      </Group>
    </Paper>
  );
}
