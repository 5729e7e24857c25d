import { Badge, Box, Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acknowledge } from '../../api/cases';
import type { CaseFile, Obligation } from '../../api/types';
import { queryClient } from '../../app/query-client';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { useNow } from '../../time/clock';
import { Due } from '../../ui/due';
import { Instant } from '../../ui/instant';
import { useTellDone, useTellProblem } from '../../ui/problem';
import { BreachDialog, type BreachStep } from './breach-dialog';

/** The obligations as a strip of clocks: open ones first, by what falls due soonest. */
export function Clocks({ file, zone }: { file: CaseFile; zone: string }) {
  const { t } = useTranslation('cases');
  const [all, setAll] = useState(false);
  const open = file.obligations
    .filter(({ status }) => status === 'open')
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  const done = file.obligations
    .filter(({ status }) => status !== 'open')
    .sort((a, b) => b.dueAt.localeCompare(a.dueAt));
  const shown = all ? [...open, ...done] : open;
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={2}>{t('clocks')}</Title>
        {done.length > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-pressed={all}
            onClick={() => setAll(!all)}
          >
            {t(all ? 'hideDone' : 'showDone', { count: done.length })}
          </Button>
        )}
      </Group>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noClocks')}
        </Text>
      )}
      <Box component="ul" className="plain-list clock-strip">
        {shown.map((obligation) => (
          <Clock key={obligation.id} obligation={obligation} zone={zone} />
        ))}
      </Box>
    </section>
  );
}

function Clock({ obligation, zone }: { obligation: Obligation; zone: string }) {
  const { t } = useTranslation('cases');
  const label = useLabel();
  const history = useLabel('history');
  const now = useNow();
  const { kind, startsAt, dueAt, status, breachReason } = obligation;
  const late = status === 'open' && Date.parse(dueAt) < now;
  const length = Math.max(1, Date.parse(dueAt) - Date.parse(startsAt));
  const elapsed = Math.min(100, Math.max(0, ((now - Date.parse(startsAt)) / length) * 100));
  const change = obligation.changes.findLast(
    ({ oldDueAt, newDueAt }) => oldDueAt && newDueAt && oldDueAt !== newDueAt,
  );
  return (
    <Paper component="li" p="md" className={late ? 'clock late' : 'clock'}>
      <Stack gap={6} h="100%">
        <Text fw={640} size="sm">
          {label('obligation', kind)}
        </Text>
        {status === 'open' ? (
          <>
            <Progress value={elapsed} size={4} color={late ? 'rojo' : 'tinta'} aria-hidden />
            <Due at={dueAt} zone={zone} />
          </>
        ) : (
          <Group gap={6}>
            <Badge variant="light" size="sm">
              {label('obligationStatus', status)}
            </Badge>
            <Instant at={dueAt} zone={zone} size="xs" c="dimmed" />
          </Group>
        )}
        {change?.oldDueAt && change.newDueAt && (
          <Text size="xs" c="dimmed">
            <s>
              <Instant at={change.oldDueAt} zone={zone} inherit />
            </s>
            {' → '}
            <Instant at={change.newDueAt} zone={zone} inherit />
            {`: ${history('change', change.why)}`}
          </Text>
        )}
        {breachReason && (
          <Text size="xs" c="dimmed">
            {t('breachReason', { reason: label('breachReason', breachReason) })}
            {obligation.acceptedBy && ` · ${t('breachAccepted')}`}
          </Text>
        )}
        <ClockActs obligation={obligation} late={late} />
      </Stack>
    </Paper>
  );
}

function ClockActs({ obligation, late }: { obligation: Obligation; late: boolean }) {
  const { t } = useTranslation('cases');
  const can = useCan();
  const label = useLabel();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const [step, setStep] = useState<BreachStep | null>(null);
  const name = label('obligation', obligation.kind);
  const seen = useMutation({
    mutationFn: () => acknowledge(obligation.id),
    onSuccess: () => {
      tellDone(t('acknowledged'));
      return queryClient.invalidateQueries();
    },
    onError: tellProblem,
  });
  const breached = late || obligation.breachedAt !== null;
  const mayAcknowledge =
    obligation.status === 'open' && !obligation.acknowledgedAt && can('obligation.acknowledge');
  const mayExplain = breached && !obligation.breachReason && can('obligation.acknowledge');
  const mayAccept =
    breached && obligation.breachReason && !obligation.acceptedBy && can('breach.accept');
  return (
    <Group gap="xs" mt="auto">
      {obligation.acknowledgedAt && obligation.status === 'open' && (
        <Text size="xs" c="dimmed">
          {t('seen')}
        </Text>
      )}
      {mayAcknowledge && (
        <Button
          size="compact-xs"
          variant="default"
          loading={seen.isPending}
          onClick={() => seen.mutate()}
          aria-label={t('acknowledgeNamed', { name })}
        >
          {t('acknowledge')}
        </Button>
      )}
      {mayExplain && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => setStep('reason')}
          aria-label={t('explainNamed', { name })}
        >
          {t('explain')}
        </Button>
      )}
      {mayAccept && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => setStep('acceptance')}
          aria-label={t('acceptNamed', { name })}
        >
          {t('accept')}
        </Button>
      )}
      {step && <BreachDialog obligation={obligation} step={step} onClose={() => setStep(null)} />}
    </Group>
  );
}
