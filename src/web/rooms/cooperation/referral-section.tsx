import { Badge, Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act, type Institution } from '../../api/cooperation';
import { useCan } from '../../app/session';
import { Dialog } from '../../ui/dialog';
import { Instant } from '../../ui/instant';
import type { SectionProps } from '../case/sections';
import { FieldsDialog } from '../../ui/fields-dialog';
import { useInstitutions } from './use-choices';

const PURPOSES = [
  'legal_defence',
  'medical_care',
  'shelter_or_protection',
  'social_support',
  'repatriation',
  'reception_in_peru',
  'document_procedure',
  'investigation',
  'search_for_person',
];
const GROUNDS = ['consent', 'public_function', 'legal_obligation', 'court_order', 'vital_interest'];
const SAFEGUARDS = [
  'adequate_protection',
  'treaty_or_judicial_cooperation',
  'contractual_clauses',
  'express_consent',
  'vital_interest',
  'none_known',
];
const OUTCOMES = ['accepted', 'attended', 'declined', 'referred_on', 'no_answer'] as const;

/** To which institutions the person was sent, on what ground, and what came of it. */
export function ReferralSection({ file, zone }: SectionProps) {
  const { t, i18n } = useTranslation('cooperation');
  const can = useCan();
  const institutions = useInstitutions();
  const [choosing, setChoosing] = useState(false);
  const [institution, setInstitution] = useState<Institution | null>(null);
  const [answering, setAnswering] = useState<string | null>(null);
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  const referrals = file.cooperation?.referrals ?? [];
  const may = file.closedAt === null && can('disclosure.record');
  const nameOf = (es: string, en: string) => (i18n.language === 'en' ? en : es);
  return (
    <Paper component="section">
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2}>{t('referrals')}</Title>
        {may && (
          <Button size="xs" variant="default" onClick={() => setChoosing(true)}>
            {t('act.refer')}
          </Button>
        )}
      </Group>
      {referrals.length === 0 && (
        <Text c="dimmed" size="sm">
          {t('referralsNone')}
        </Text>
      )}
      <Stack component="ul" gap="md" className="plain-list">
        {referrals.map((referral) => (
          <li key={referral.id}>
            <Group gap="xs">
              <Text size="sm" fw={600}>
                {nameOf(referral.institutionEs, referral.institutionEn)}
                {referral.office && ` · ${referral.office}`}
              </Text>
              <Badge variant="light">
                {referral.outcome
                  ? t(`referralOutcome.${referral.outcome}` as never)
                  : t(`referralState.${referral.state}` as never)}
              </Badge>
            </Group>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {referral.request}
            </Text>
            {referral.answer && (
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {t(referral.state === 'withdrawn' ? 'withdrawnBecause' : 'answerNote', {
                  text: referral.answer,
                })}
              </Text>
            )}
            <Text size="xs" c="dimmed">
              <Instant at={referral.sentAt} zone={zone} inherit /> · {t('expires')}{' '}
              <Instant at={referral.expiresAt} zone={zone} inherit />
            </Text>
            {may && referral.state === 'sent' && (
              <Group mt={4} gap="xs">
                <Button size="xs" variant="default" onClick={() => setAnswering(referral.id)}>
                  {t('act.referralAnswer')}
                </Button>
                <Button size="xs" variant="subtle" onClick={() => setWithdrawing(referral.id)}>
                  {t('act.referralWithdraw')}
                </Button>
              </Group>
            )}
          </li>
        ))}
      </Stack>
      {choosing && (
        <Dialog title={t('act.refer')} onClose={() => setChoosing(false)}>
          <NativeSelect
            label={t('field.institutionId')}
            data={[
              { value: '', label: t('choose') },
              ...institutions.map(({ id, nameEs, nameEn }) => ({
                value: id,
                label: nameOf(nameEs, nameEn),
              })),
            ]}
            onChange={({ currentTarget: { value } }) => {
              setInstitution(institutions.find(({ id }) => id === value) ?? null);
              setChoosing(false);
            }}
          />
        </Dialog>
      )}
      {institution && (
        <ReferDialog
          institution={institution}
          caseId={file.id}
          zone={zone}
          onClose={() => setInstitution(null)}
        />
      )}
      {answering && (
        <FieldsDialog
          catalogue="cooperation"
          name="referralAnswer"
          zone={zone}
          fields={[
            {
              name: 'outcome',
              kind: 'select',
              required: true,
              choices: OUTCOMES.map((value) => ({ value, label: t(`referralOutcome.${value}`) })),
            },
            { name: 'text', kind: 'long', required: true },
          ]}
          send={(body, key) => act('/api/v1/referrals/{id}/answer', { id: answering }, body, key)}
          onClose={() => setAnswering(null)}
        />
      )}
      {withdrawing && (
        <FieldsDialog
          catalogue="cooperation"
          name="referralWithdraw"
          about={t('referralWithdrawHint')}
          fields={[{ name: 'reason', kind: 'long', required: true }]}
          send={(body, key) =>
            act('/api/v1/referrals/{id}/withdrawal', { id: withdrawing }, body, key)
          }
          onClose={() => setWithdrawing(null)}
        />
      )}
    </Paper>
  );
}

/** Only the data that this institution may receive are offered. */
function ReferDialog({
  institution,
  caseId,
  zone,
  onClose,
}: {
  institution: Institution;
  caseId: string;
  zone: string;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation('cooperation');
  const options = (group: string, codes: readonly string[]) =>
    codes.map((value) => ({ value, label: String(t(`${group}.${value}` as never)) }));
  const name = i18n.language === 'en' ? institution.nameEn : institution.nameEs;
  return (
    <FieldsDialog
      catalogue="cooperation"
      name="refer"
      zone={zone}
      about={t('referHint', { name, days: institution.answerDays })}
      fields={[
        { name: 'office', kind: 'text' },
        { name: 'purpose', kind: 'select', required: true, choices: options('purpose', PURPOSES) },
        {
          name: 'categories',
          kind: 'checks',
          required: true,
          choices: options('dataCategory', institution.categories),
        },
        {
          name: 'ground',
          kind: 'select',
          required: true,
          choices: options('disclosureGround', GROUNDS),
        },
        { name: 'legalBasis', kind: 'text' },
        ...(institution.peruvian
          ? []
          : [
              {
                name: 'safeguards',
                kind: 'select' as const,
                required: true,
                choices: options('safeguard', SAFEGUARDS),
              },
            ]),
        { name: 'request', kind: 'long', required: true },
        { name: 'expiresAt', kind: 'instant' },
      ]}
      send={(body, key) =>
        act(
          '/api/v1/cases/{id}/referrals',
          { id: caseId },
          { ...body, institutionId: institution.id },
          key,
        )
      }
      onClose={onClose}
    />
  );
}
