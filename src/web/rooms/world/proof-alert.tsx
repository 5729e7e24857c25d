import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listProofs } from '../../api/oversight';
import { useCan } from '../../app/session';
import { readerZone } from '../../time/format';
import { Instant } from '../../ui/instant';

/** Whether the daily proof that nobody is forgotten holds; loud when it failed or did not run. */
export function ProofAlert() {
  const { t } = useTranslation('world');
  const allowed = useCan()('policy.read');
  const proofs = useQuery({
    queryKey: ['proofs'],
    queryFn: listProofs,
    refetchInterval: 300_000,
    enabled: allowed,
  });
  if (!proofs.data) return null;
  const { state, latest } = proofs.data;
  const when = latest && <Instant at={latest.ranAt} zone={readerZone()} inherit />;
  if (state === 'passed') {
    return (
      <Text size="sm" c="dimmed">
        {t('proof.passed')} {when}
      </Text>
    );
  }
  return (
    <Alert
      color="rojo"
      variant="light"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t(`proof.${state}`)}
    >
      {state === 'failed' && latest && (
        <Text size="sm">
          {t('proof.found', { cases: latest.silentCases, reminders: latest.unsentReminders })}
        </Text>
      )}
      <Text size="sm">
        {t(state === 'failed' ? 'proof.failedDo' : 'proof.lateDo')}{' '}
        {when && (
          <>
            {t('proof.last')} {when}
          </>
        )}
      </Text>
    </Alert>
  );
}
