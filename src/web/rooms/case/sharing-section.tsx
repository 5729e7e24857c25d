import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Consent, type Disclosure, listConsents, listDisclosures } from '../../api/sharing';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { Instant } from '../../ui/instant';
import { Failure, Loading } from '../../ui/states';
import { ConsentDialog, WithdrawDialog } from './consent-dialogs';
import { DisclosureDialog } from './disclosure-dialog';
import type { SectionProps } from './sections';

/** What the person said about sharing their data. Nothing recorded means no, for family too. */
export function ConsentSection({ file, zone }: SectionProps) {
  const { t } = useTranslation('access');
  const can = useCan();
  const consents = useQuery({
    queryKey: ['consents', file.id],
    queryFn: () => listConsents(file.id),
  });
  const [doing, setDoing] = useState<'record' | Consent | null>(null);
  const close = () => setDoing(null);
  if (consents.isPending) return <Loading />;
  if (consents.isError) {
    return <Failure error={consents.error} retry={() => void consents.refetch()} />;
  }
  const { items } = consents.data;
  return (
    <Paper component="section">
      <Group justify="space-between" mb="sm" gap="sm">
        <Title order={2}>{t('consent.title')}</Title>
        {can('consent.record') && (
          <Button size="xs" variant="default" onClick={() => setDoing('record')}>
            {t('consent.record')}
          </Button>
        )}
      </Group>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('consent.none')}
        </Text>
      )}
      <Stack component="ul" gap="md" className="plain-list">
        {items.map((consent) => (
          <li key={consent.id}>
            <ConsentLine
              consent={consent}
              zone={zone}
              onWithdraw={
                can('consent.record') && consent.state === 'in_force'
                  ? () => setDoing(consent)
                  : undefined
              }
            />
          </li>
        ))}
      </Stack>
      {doing === 'record' && <ConsentDialog file={file} onClose={close} />}
      {doing && typeof doing === 'object' && (
        <WithdrawDialog file={file} consent={doing} onClose={close} />
      )}
    </Paper>
  );
}

interface LineProps {
  consent: Consent;
  zone: string;
  onWithdraw?: () => void;
}

function ConsentLine({ consent, zone, onWithdraw }: LineProps) {
  const { t } = useTranslation('access');
  const label = useLabel();
  const to = useRecipient();
  return (
    <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
      <Stack gap={2} style={{ overflowWrap: 'anywhere' }}>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {label('purpose', consent.purpose)}
          </Text>
          <Badge size="xs" variant="light" color={consent.state === 'in_force' ? 'tinta' : 'gray'}>
            {label('consentState', consent.state)}
          </Badge>
        </Group>
        <Text size="sm">{to(consent)}</Text>
        <Text size="sm" c="dimmed">
          {consent.categories.map((code) => label('dataCategory', code)).join(', ')}
        </Text>
        <Text size="xs" c="dimmed">
          {`${consent.personName} · ${label('consentGiver', consent.givenBy)} · ${label('consentForm', consent.form)} · `}
          <Instant at={consent.givenAt} zone={zone} inherit />
          {consent.withdrawnAt && (
            <>
              {` · ${t('consent.withdrawnOn')} `}
              <Instant at={consent.withdrawnAt} zone={zone} inherit />
            </>
          )}
        </Text>
      </Stack>
      {onWithdraw && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('consent.withdrawNamed', { name: label('purpose', consent.purpose) })}
          onClick={onWithdraw}
        >
          {t('consent.withdraw')}
        </Button>
      )}
    </Group>
  );
}

/** Who receives: the one who is named, or everyone of the kind. */
function useRecipient(): (to: { recipientKind: string; recipientName: string | null }) => string {
  const { t } = useTranslation('access');
  const label = useLabel();
  return ({ recipientKind, recipientName }) =>
    `${label('recipientKind', recipientKind)}: ${recipientName ?? t('anyone')}`;
}

/** What left the Ministry about the people of the case. */
export function DisclosureSection({ file, zone }: SectionProps) {
  const { t } = useTranslation('access');
  const can = useCan();
  const found = useQuery({
    queryKey: ['disclosures', file.id],
    queryFn: () => listDisclosures(file.id),
  });
  const [writing, setWriting] = useState(false);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const { items } = found.data;
  return (
    <Paper component="section">
      <Group justify="space-between" mb="sm" gap="sm">
        <Title order={2}>{t('disclosure.title')}</Title>
        {can('disclosure.record') && (
          <Button size="xs" variant="default" onClick={() => setWriting(true)}>
            {t('disclosure.record')}
          </Button>
        )}
      </Group>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('disclosure.none')}
        </Text>
      )}
      <Stack component="ul" gap="md" className="plain-list">
        {items.map((disclosure) => (
          <li key={disclosure.id}>
            <DisclosureLine disclosure={disclosure} zone={zone} />
          </li>
        ))}
      </Stack>
      {writing && <DisclosureDialog file={file} onClose={() => setWriting(false)} />}
    </Paper>
  );
}

function DisclosureLine({ disclosure, zone }: { disclosure: Disclosure; zone: string }) {
  const { t } = useTranslation('access');
  const label = useLabel();
  const to = useRecipient();
  return (
    <Stack gap={2} style={{ overflowWrap: 'anywhere' }}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {to(disclosure)}
        </Text>
        {disclosure.crossBorder && (
          <Badge size="xs" variant="outline">
            {t('disclosure.abroad', { country: disclosure.country ?? '' })}
          </Badge>
        )}
      </Group>
      <Text size="sm">
        {`${label('purpose', disclosure.purpose)} · ${disclosure.categories.map((code) => label('dataCategory', code)).join(', ')}`}
      </Text>
      <Text size="sm" c="dimmed">
        {[
          label('disclosureGround', disclosure.ground),
          disclosure.legalBasis,
          disclosure.safeguards && label('safeguard', disclosure.safeguards),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Text size="xs" c="dimmed">
        {`${disclosure.personName} · ${label('disclosureChannel', disclosure.channel)} · `}
        <Instant at={disclosure.occurredAt} zone={zone} inherit />
        {disclosure.recordedBy && ` · ${disclosure.recordedBy}`}
      </Text>
    </Stack>
  );
}
