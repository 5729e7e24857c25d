import { Alert, MultiSelect, NativeSelect, Select, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  addMember,
  changeTier,
  type Circle,
  endMember,
  listCandidates,
  type Member,
} from '../../api/sharing';
import * as codes from '../../api/sharing-codes';
import type { CaseFile, Schemas } from '../../api/types';
import { useLabel, useOptions } from '../../i18n/use-label';
import { toInstant } from '../../time/zoned';
import { FormDialog } from '../../ui/form-dialog';
import { InstantInput } from '../../ui/instant-input';

/** Who could be admitted, by name and office. */
export function useCandidates(caseId: string): { value: string; label: string }[] {
  const label = useLabel();
  const found = useQuery({
    queryKey: ['candidates', caseId],
    queryFn: () => listCandidates(caseId),
  });
  return (found.data?.items ?? []).map(({ accountId, displayName, roles }) => ({
    value: accountId,
    label: `${displayName} · ${roles.map((role) => label('staffRole', role)).join(', ')}`,
  }));
}

export const useRequired = () => {
  const { t } = useTranslation();
  return (value: string) => (value.trim() ? null : t('form.required'));
};

interface AdmitProps {
  file: CaseFile;
  zone: string;
  onClose: () => void;
}

export function AdmitDialog({ file, zone, onClose }: AdmitProps) {
  const { t } = useTranslation(['access', 'common']);
  const options = useOptions();
  const required = useRequired();
  const candidates = useCandidates(file.id);
  const form = useForm({
    initialValues: { accountId: '', kind: 'circle', reason: '', from: '', until: '' },
    validate: { accountId: required, reason: required },
  });
  const instant = (text: string) => (text ? toInstant(text, zone) : undefined);
  return (
    <FormDialog
      title={t('circle.admit')}
      form={form}
      done={t('circle.admitted')}
      send={({ accountId, kind, reason, from, until }, sending) =>
        addMember(
          file.id,
          {
            accountId,
            kind: kind as Schemas['AddMemberRequest']['kind'],
            reason,
            from: instant(from),
            until: instant(until),
          },
          sending,
        )
      }
      onClose={onClose}
    >
      <Select
        label={t('circle.who')}
        data={candidates}
        searchable
        withAsterisk
        {...form.getInputProps('accountId')}
      />
      <NativeSelect
        label={t('circle.kind')}
        data={options('memberKind', codes.MEMBER_KINDS)}
        {...form.getInputProps('kind')}
      />
      <Textarea label={t('reason')} autosize withAsterisk {...form.getInputProps('reason')} />
      <InstantInput label={t('circle.from')} {...form.getInputProps('from')} />
      <InstantInput label={t('circle.untilOptional')} {...form.getInputProps('until')} />
      <Text size="xs" c="dimmed">
        {t('common:form.localTime', { zone })}
      </Text>
    </FormDialog>
  );
}

interface EndProps {
  file: CaseFile;
  member: Member;
  onClose: () => void;
}

export function EndDialog({ file, member, onClose }: EndProps) {
  const { t } = useTranslation('access');
  const required = useRequired();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: required } });
  return (
    <FormDialog
      title={t('circle.endNamed', { name: member.displayName })}
      form={form}
      done={t('circle.ended')}
      action={t('circle.end')}
      send={({ reason }) => endMember(file.id, member.id, { reason })}
      onClose={onClose}
    >
      <Textarea label={t('reason')} autosize withAsterisk {...form.getInputProps('reason')} />
    </FormDialog>
  );
}

interface TierProps {
  file: CaseFile;
  circle: Circle;
  onClose: () => void;
}

export function TierDialog({ file, circle, onClose }: TierProps) {
  const { t } = useTranslation('access');
  const options = useOptions();
  const required = useRequired();
  const candidates = useCandidates(file.id);
  const form = useForm({
    initialValues: { tier: circle.tiers[0] as string, reason: '', members: [] as string[] },
    validate: { reason: required },
  });
  const tier = form.values.tier as Circle['tier'];
  return (
    <FormDialog
      title={t('tier.change')}
      form={form}
      done={t('tier.changed')}
      send={({ reason, members }) =>
        changeTier(file.id, circle.version, {
          tier,
          reason,
          members: tier === 'sealed' ? members : undefined,
        })
      }
      onClose={onClose}
    >
      <NativeSelect
        label={t('tier.name')}
        data={options('tier', circle.tiers)}
        {...form.getInputProps('tier')}
      />
      <Alert variant="light" color={tier === 'sealed' ? 'rojo' : 'tinta'}>
        {t(`tier.about.${tier}`)}
      </Alert>
      {tier === 'sealed' && (
        <MultiSelect
          label={t('tier.alsoAdmit')}
          description={t('tier.alsoAdmitHint')}
          data={candidates}
          searchable
          {...form.getInputProps('members')}
        />
      )}
      <Textarea label={t('reason')} autosize withAsterisk {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
