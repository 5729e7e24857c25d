import { Anchor, Badge, Button, Group, Menu, Paper, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconNotebook } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NOT_VISITED_REASONS } from '../../api/codes';
import {
  recordAbsence,
  takeOffRound,
  type NotVisitedReason,
  type RoundPage,
  type RoundPerson,
} from '../../api/rounds';
import { queryClient } from '../../app/query-client';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { Instant } from '../../ui/instant';
import { useTellDone, useTellProblem } from '../../ui/problem';

interface Props {
  round: RoundPage;
  person: RoundPerson;
}

/** One person of a round: what a visitor should know before, and what came of it after. */
export function RoundPersonCard({ round, person }: Props) {
  const { t } = useTranslation(['rounds', 'common']);
  const label = useLabel();
  const zone = round.timeZone;
  const elsewhere = !round.facilityName && person.facilityName;
  return (
    <Paper component="li" className="round-person">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} style={{ flex: '1 1 260px', minWidth: 0 }}>
          <Anchor component={Link} to={`/cases/${person.caseId}`} fw={600}>
            {person.personName ?? t('common:case.noPerson')}
          </Anchor>
          <Text size="xs" c="dimmed">
            {[person.reference, label('stage', person.stage), elsewhere]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          {person.opposesVisits && (
            <Badge color="rojo" variant="light">
              {t('opposes')}
            </Badge>
          )}
          <Text size="sm">
            {t('lastVisit')}:{' '}
            {person.lastVisitAt ? (
              <Instant at={person.lastVisitAt} zone={zone} inherit />
            ) : (
              t('common:case.neverVisited')
            )}
            {person.nextVisitAt && person.state === 'planned' && (
              <>
                {` · ${t('nextVisit')}: `}
                <Instant at={person.nextVisitAt} zone={zone} inherit />
              </>
            )}
          </Text>
          {person.toCheck.length > 0 && (
            <Text size="sm">
              {t('check')}:{' '}
              {person.toCheck
                .map(
                  ({ check, finding }) =>
                    `${label('check', check)} (${label('checkFinding', finding).toLowerCase()})`,
                )
                .join(', ')}
            </Text>
          )}
          {person.needs.length > 0 && (
            <Text size="sm">
              {t('needs')}: {person.needs.map((need) => label('need', need)).join(', ')}
            </Text>
          )}
          {person.nextSteps && (
            <Text size="sm">
              {t('nextSteps')}: {person.nextSteps}
            </Text>
          )}
        </Stack>
        <Result round={round} person={person} />
      </Group>
      {person.state === 'planned' && (
        <div className="on-paper">
          <Text size="sm" mt="xs">
            {t('paperNotes')}:
          </Text>
          <div style={{ height: '2.2cm', borderBottom: '1px solid #999' }} />
        </div>
      )}
    </Paper>
  );
}

function Result({ round, person }: Props) {
  const { t } = useTranslation('rounds');
  const label = useLabel();
  const can = useCan();
  if (person.state === 'recorded') {
    return (
      <Stack gap={2} align="flex-start">
        <Badge variant="filled">{label('contactOutcome', person.outcome)}</Badge>
        <Text size="xs" c="dimmed">
          {person.actNumber}
        </Text>
      </Stack>
    );
  }
  if (person.state === 'not_visited') {
    return (
      <Stack gap={2} align="flex-start">
        <Badge color="gray">{t('notVisited')}</Badge>
        <Text size="xs" c="dimmed">
          {label('notVisitedReason', person.reason)}
        </Text>
      </Stack>
    );
  }
  if (round.status !== 'planned') return <Badge variant="outline">{t('waiting')}</Badge>;
  return can('visit.record') ? <Acts round={round} person={person} /> : null;
}

function Acts({ round, person }: Props) {
  const { t } = useTranslation('rounds');
  const label = useLabel();
  const can = useCan();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const name = person.personName ?? person.reference;
  const settle = {
    onSuccess: () => tellDone(t('saved')),
    onError: tellProblem,
    onSettled: () => queryClient.invalidateQueries(),
  };
  const absent = useMutation({
    mutationFn: (reason: NotVisitedReason) => recordAbsence(round.id, person.caseId, reason),
    ...settle,
  });
  const takeOff = useMutation({
    mutationFn: () => takeOffRound(round.id, person.caseId),
    ...settle,
  });
  return (
    <Group gap="xs" className="off-paper">
      <Button
        component={Link}
        to={`/cases/${person.caseId}/visit?round=${round.id}`}
        size="xs"
        leftSection={<IconNotebook size={16} aria-hidden />}
        aria-label={t('recordFor', { name })}
      >
        {t('record')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            rightSection={<IconChevronDown size={14} aria-hidden />}
            aria-label={t('absentFor', { name })}
          >
            {t('absent')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('why')}</Menu.Label>
          {NOT_VISITED_REASONS.map((reason) => (
            <Menu.Item key={reason} onClick={() => absent.mutate(reason)}>
              {label('notVisitedReason', reason)}
            </Menu.Item>
          ))}
          {can('round.plan') && (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => takeOff.mutate()} aria-label={t('takeOffFor', { name })}>
                {t('takeOff')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
