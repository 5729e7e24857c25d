import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listCounted, PERSON_STATES, type PersonState, readHeadcount } from '../../api/crisis';
import { useLabel } from '../../i18n/use-label';
import { formatNumber } from '../../time/format';
import { nowAt, toInstant } from '../../time/zoned';
import { Dialog } from '../../ui/dialog';
import { InstantInput } from '../../ui/instant-input';
import { Failure, Loading } from '../../ui/states';
import { MoreButton, nameOf } from './parts';

/** The headcount of any instant, with the list behind each of its numbers. */
export function HeadcountThen({ incidentId, zone }: { incidentId: string; zone: string }) {
  const { t, i18n } = useTranslation(['crisis', 'common']);
  const label = useLabel();
  const [typed, setTyped] = useState('');
  const [listed, setListed] = useState<PersonState | 'all' | null>(null);
  const at = typed && typed <= nowAt(zone) ? toInstant(typed, zone) : null;
  const counted = useQuery({
    queryKey: ['incident', incidentId, 'headcount', at],
    queryFn: () => readHeadcount(incidentId, at!),
    enabled: at !== null,
    placeholderData: keepPreviousData,
  });
  const number = (value: number, state: PersonState | 'all', of: string) =>
    value === 0 ? (
      <Text span inherit c="dimmed">
        {0}
      </Text>
    ) : (
      <Anchor
        component="button"
        type="button"
        inherit
        underline="always"
        aria-label={`${of}: ${value}`}
        onClick={() => setListed(state)}
      >
        {formatNumber(value, i18n.language)}
      </Anchor>
    );
  return (
    <Paper component="section" p="md">
      <Title order={2} mb="sm">
        {t('then.title')}
      </Title>
      <InstantInput
        label={t('then.at')}
        description={t('common:form.localTime', { zone })}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={typed && !at ? t('common:form.future') : undefined}
      />
      {counted.isError && <Failure error={counted.error} />}
      {at && counted.data && (
        <Stack component="ul" gap={4} mt="md" className="plain-list">
          {PERSON_STATES.map((state) => (
            <Text component="li" size="sm" key={state}>
              {label('incidentPersonState', state)}:{' '}
              {number(counted.data.byState[state] ?? 0, state, label('incidentPersonState', state))}
            </Text>
          ))}
          <Text component="li" size="sm" fw={600}>
            {t('column.persons')}: {number(counted.data.persons, 'all', t('column.persons'))}
          </Text>
        </Stack>
      )}
      {at && listed && (
        <CountedDialog
          incidentId={incidentId}
          at={at}
          state={listed === 'all' ? undefined : listed}
          onClose={() => setListed(null)}
        />
      )}
    </Paper>
  );
}

interface CountedProps {
  incidentId: string;
  at: string;
  state: PersonState | undefined;
  onClose: () => void;
}

function CountedDialog({ incidentId, at, state, onClose }: CountedProps) {
  const { t } = useTranslation('crisis');
  const label = useLabel();
  const pages = useInfiniteQuery({
    queryKey: ['incident', incidentId, 'counted', at, state],
    queryFn: ({ pageParam }) => listCounted(incidentId, at, state, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  return (
    <Dialog
      title={state ? label('incidentPersonState', state) : t('column.persons')}
      onClose={onClose}
    >
      {pages.isPending && <Loading />}
      {pages.isError && <Failure error={pages.error} />}
      <Stack component="ol" gap={4} mb="sm" className="plain-list">
        {pages.data?.pages
          .flatMap(({ items }) => items)
          .map((person) => (
            <li key={person.id}>
              <Anchor component={Link} to={`/crises/${incidentId}/persons/${person.id}`} size="sm">
                {nameOf(person)}
              </Anchor>
            </li>
          ))}
      </Stack>
      <MoreButton pages={pages} />
    </Dialog>
  );
}
