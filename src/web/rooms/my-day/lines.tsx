import { Anchor, Box, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseRow, Duty, MyDay } from '../../api/types';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { Due } from '../../ui/due';
import { Day, Instant } from '../../ui/instant';

/** The duties that a visit can meet, and so offer its form at once. */
const MET_BY_VISIT = ['first_contact', 'first_visit', 'periodic_visit'];

export function Line({ children }: { children: React.ReactNode }) {
  return (
    <Box
      component="li"
      px="lg"
      py="sm"
      style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}
    >
      {children}
    </Box>
  );
}

function CaseName({
  id,
  reference,
  person,
}: {
  id: string;
  reference: string;
  person: string | null;
}) {
  const { t } = useTranslation();
  return (
    <Stack gap={0}>
      <Anchor component={Link} to={`/cases/${id}`} fw={600} style={{ overflowWrap: 'anywhere' }}>
        {person ?? t('case.noPerson')}
      </Anchor>
      <Text size="xs" c="dimmed">
        {reference}
      </Text>
    </Stack>
  );
}

export function DutyLine({ duty }: { duty: Duty }) {
  const { t } = useTranslation('my-day');
  const label = useLabel();
  const can = useCan();
  return (
    <Line>
      <Group justify="space-between" gap="xs" align="flex-start">
        <Stack gap={4}>
          <CaseName id={duty.caseId} reference={duty.caseReference} person={duty.personName} />
          <Text size="sm">{label('obligation', duty.kind)}</Text>
          <Due at={duty.dueAt} zone={duty.timeZone} />
        </Stack>
        {can('visit.record') && MET_BY_VISIT.includes(duty.kind) && (
          <Button
            component={Link}
            to={`/cases/${duty.caseId}/visit`}
            size="xs"
            variant="default"
            aria-label={t('visitFor', { reference: duty.caseReference })}
          >
            {t('visit')}
          </Button>
        )}
      </Group>
    </Line>
  );
}

export function IntakeLine({ row }: { row: CaseRow }) {
  const { t } = useTranslation('my-day');
  const label = useLabel();
  return (
    <Line>
      <CaseName id={row.id} reference={row.reference} person={row.personName} />
      <Text size="sm">{label('type', row.type)}</Text>
      <Text size="xs" c="dimmed">
        {t('received')} <Instant at={row.openedAt} zone={row.timeZone} />
      </Text>
    </Line>
  );
}

export function HearingLine({ hearing }: { hearing: MyDay['hearings'][number] }) {
  return (
    <Line>
      <CaseName id={hearing.caseId} reference={hearing.caseReference} person={hearing.personName} />
      <Text size="sm">{hearing.court}</Text>
      <Instant at={hearing.at} zone={hearing.timeZone} size="sm" />
    </Line>
  );
}

export function RoundLine({ round }: { round: MyDay['rounds'][number] }) {
  const { t } = useTranslation('my-day');
  const total = round.planned + round.recorded + round.notVisited;
  return (
    <Line>
      <Anchor component={Link} to={`/rounds/${round.id}`} fw={600}>
        {round.facilityName ?? round.city}
      </Anchor>
      <Text size="sm">
        <Day on={round.plannedOn} /> · {t('roundPeople', { count: total })}
      </Text>
      <Text size="xs" c="dimmed">
        {round.leaderName}
      </Text>
    </Line>
  );
}
