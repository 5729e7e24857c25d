import { Anchor, Button, Grid, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type Aid, readAid } from '../../api/aid';
import { readAuditFile } from '../../api/spending';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { formatMoney } from '../../money/format';
import { useTellProblem } from '../../ui/problem';
import { RoomHeader } from '../../ui/room-header';
import { saveFile } from '../../ui/save-text';
import { Failure, Forbidden, Loading } from '../../ui/states';
import type { AidStep } from './acts';
import { AidBadges } from './aid-rows';
import { Chain } from './chain';
import { Checks } from './checks';
import { Evidence } from './evidence';
import { StepDialog } from './step-dialog';

/** One page to decide on: the evidence, and beside it the rules, the chain, and what may follow. */
export function AidPageRoom() {
  const { id = '' } = useParams();
  const can = useCan();
  const [step, setStep] = useState<AidStep | null>(null);
  const aid = useQuery({ queryKey: ['aid', id], queryFn: () => readAid(id) });
  if (!can('aid.read')) return <Forbidden />;
  if (aid.isPending) return <Loading />;
  if (aid.isError) return <Failure error={aid.error} />;
  return (
    <>
      <Header aid={aid.data} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 5 }} order={{ base: 1, md: 2 }}>
          <Stack gap="lg">
            <Acts aid={aid.data} start={setStep} />
            <Checks aid={aid.data} start={setStep} />
            <Chain aid={aid.data} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }} order={{ base: 2, md: 1 }}>
          <Evidence aid={aid.data} start={setStep} />
        </Grid.Col>
      </Grid>
      {step && <StepDialog key={step} aid={aid.data} step={step} onClose={() => setStep(null)} />}
    </>
  );
}

function Header({ aid }: { aid: Aid }) {
  const { t, i18n } = useTranslation('aid');
  const label = useLabel();
  const money = (amount: string, currency: string) => formatMoney(amount, currency, i18n.language);
  return (
    <>
      <RoomHeader
        title={aid.number}
        hint={[
          label('programme', aid.programme),
          label('aidLine', aid.line),
          money(aid.amount, aid.currency),
          ...(aid.currency === 'PEN' ? [] : [money(aid.pen, 'PEN')]),
          t('persons', { count: aid.persons }),
        ].join(' · ')}
      />
      <Group mb="lg" gap="md">
        <AidBadges aid={aid} />
        {aid.caseId ? (
          <Anchor component={Link} to={`/cases/${aid.caseId}?tab=money`} size="sm">
            {t('case', { reference: aid.caseReference })}
          </Anchor>
        ) : (
          <Text size="sm" c="dimmed">
            {t('moneyAlone')}
          </Text>
        )}
        <AuditFileButton aid={aid} />
      </Group>
    </>
  );
}

function AuditFileButton({ aid }: { aid: Aid }) {
  const { t } = useTranslation('aid');
  const tellProblem = useTellProblem();
  const save = useMutation({
    mutationFn: async () => saveFile(await readAuditFile(aid.id), `expediente-${aid.number}.pdf`),
    onError: tellProblem,
  });
  return (
    <Button size="xs" variant="default" loading={save.isPending} onClick={() => save.mutate()}>
      {t('auditFile')}
    </Button>
  );
}

/** Going on comes first; what ends or sends back is quieter. */
const QUIET: readonly string[] = ['return', 'refuse', 'cancel', 'observe'];

function Acts({ aid, start }: { aid: Aid; start: (step: AidStep) => void }) {
  const { t } = useTranslation('aid');
  const can = useCan();
  const steps = aid.allowed.filter(
    (act): act is Exclude<typeof act, 'endorse_attention' | 'render'> =>
      act !== 'endorse_attention' && act !== 'render',
  );
  // what the post may approve itself needs no word before it
  const lead =
    steps.find((act) => act === 'approve' && aid.programme === 'palh') ??
    steps.find((act) => !QUIET.includes(act));
  const needsAllowance =
    aid.postOverdue && !aid.advanceAllowed && aid.state === 'committed' && can('aid.exceed');
  return (
    <Paper component="section" p="md" aria-label={t('acts')}>
      {steps.length === 0 && !needsAllowance && (
        <Text size="sm" c="dimmed">
          {t('nothingToDo')}
        </Text>
      )}
      <Group gap="xs">
        {steps.map((act) => (
          <Button
            key={act}
            variant={act === lead ? 'filled' : QUIET.includes(act) ? 'subtle' : 'default'}
            onClick={() => start(act)}
          >
            {t(`act.${act}`)}
          </Button>
        ))}
        {needsAllowance && (
          <Button variant="default" onClick={() => start('allow_advance')}>
            {t('act.allow_advance')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
