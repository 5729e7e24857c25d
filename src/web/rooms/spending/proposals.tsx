import { Badge, Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  applyDistribution,
  type DistributionLine,
  keepDistribution,
  listDistributions,
  readDistribution,
  type WhatIf,
} from '../../api/spending';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { formatMoney } from '../../money/format';
import { formatInstant } from '../../time/format';
import { Dialog } from '../../ui/dialog';
import { FieldsDialog } from '../../ui/fields-dialog';
import { Empty, Failure, Loading } from '../../ui/states';
import { ShareTable } from './share-table';

export function KeepDialog({ whatIf, onClose }: { whatIf: WhatIf; onClose: () => void }) {
  return (
    <FieldsDialog
      catalogue="spending"
      name="keep"
      fields={[{ name: 'name', kind: 'text', required: true }]}
      send={({ name }, key) => keepDistribution({ ...whatIf, name: String(name) }, { key })}
      onClose={onClose}
    />
  );
}

/** Distributions that were kept, to compare and to apply. */
export function Proposals() {
  const { t } = useTranslation('spending');
  const [shown, setShown] = useState<DistributionLine | null>(null);
  const [applying, setApplying] = useState<DistributionLine | null>(null);
  const kept = useQuery({ queryKey: ['distributions'], queryFn: listDistributions });
  return (
    <Paper component="section" p="md" aria-labelledby="proposals">
      <Title order={2} id="proposals" mb="sm">
        {t('distribution.list')}
      </Title>
      {kept.isPending && <Loading />}
      {kept.isError && <Failure error={kept.error} />}
      {kept.data?.items.length === 0 && (
        <Empty title={t('distribution.noList')}>{t('distribution.noListHint')}</Empty>
      )}
      <Stack gap="sm">
        {kept.data?.items.map((one) => (
          <Proposal
            key={one.id}
            proposal={one}
            onShow={() => setShown(one)}
            onApply={() => setApplying(one)}
          />
        ))}
      </Stack>
      {shown && (
        <CompareDialog proposal={shown} others={kept.data!.items} onClose={() => setShown(null)} />
      )}
      {applying && <ApplyDialog proposal={applying} onClose={() => setApplying(null)} />}
    </Paper>
  );
}

function Proposal({
  proposal,
  onShow,
  onApply,
}: {
  proposal: DistributionLine;
  onShow: () => void;
  onApply: () => void;
}) {
  const { t, i18n } = useTranslation('spending');
  const can = useCan();
  const label = useLabel();
  const { name, year, quarter, programme, total, state } = proposal;
  const at = proposal.appliedAt ?? proposal.recordedAt;
  return (
    <Group justify="space-between" align="flex-start">
      <div>
        <Group gap="xs">
          <Text fw={600}>{name}</Text>
          <Badge variant={state === 'applied' ? 'outline' : 'light'} color="gray">
            {t(`distribution.${state}`)}
          </Badge>
        </Group>
        <Text size="sm">
          {label('programme', programme)} · {t('distribution.quarterOf', { quarter, year })} ·{' '}
          {formatMoney(total, 'PEN', i18n.language)}
        </Text>
        <Text size="sm" c="dimmed">
          {t('distribution.by', {
            who: proposal.appliedBy ?? proposal.recordedBy,
            when: formatInstant(at, 'America/Lima', i18n.language),
          })}
          {proposal.certificate && ` · ${proposal.certificate}`}
        </Text>
      </div>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={onShow}>
          {t('distribution.compare')}
        </Button>
        {state === 'draft' && can('allotment.manage') && (
          <Button size="xs" aria-label={t('distribution.applyNamed', { name })} onClick={onApply}>
            {t('distribution.apply')}
          </Button>
        )}
      </Group>
    </Group>
  );
}

function CompareDialog({
  proposal,
  others,
  onClose,
}: {
  proposal: DistributionLine;
  others: DistributionLine[];
  onClose: () => void;
}) {
  const { t } = useTranslation('spending');
  const [other, setOther] = useState('');
  const own = useDistribution(proposal.id);
  const beside = useDistribution(other);
  return (
    <Dialog title={proposal.name} size={1080} onClose={onClose}>
      <NativeSelect
        label={t('distribution.compareWith')}
        value={other}
        mb="sm"
        data={[
          { value: '', label: t('distribution.nothing') },
          ...others
            .filter(({ id }) => id !== proposal.id)
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => setOther(event.currentTarget.value)}
      />
      {own.isError && <Failure error={own.error} />}
      {own.data ? (
        <ShareTable shares={own.data.shares} {...(beside.data && { beside: beside.data })} />
      ) : (
        <Loading />
      )}
    </Dialog>
  );
}

const useDistribution = (id: string) =>
  useQuery({
    queryKey: ['distributions', id],
    queryFn: () => readDistribution(id),
    enabled: id !== '',
  });

function ApplyDialog({ proposal, onClose }: { proposal: DistributionLine; onClose: () => void }) {
  const { t, i18n } = useTranslation('spending');
  const total = formatMoney(proposal.total, 'PEN', i18n.language);
  return (
    <FieldsDialog
      catalogue="spending"
      name="apply"
      about={t('distribution.applyAbout', { total })}
      action={t('distribution.apply')}
      fields={[
        { name: 'certificate', kind: 'text', required: true },
        { name: 'reason', kind: 'long', required: true },
      ]}
      send={(body, key) => applyDistribution(proposal.id, body as never, { key })}
      onClose={onClose}
    />
  );
}
