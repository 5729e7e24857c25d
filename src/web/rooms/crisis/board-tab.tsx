import { Anchor, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Board, NEEDS, PERSON_STATES, readBoard } from '../../api/crisis';
import { useLabel } from '../../i18n/use-label';
import { formatInstant, isoOf } from '../../time/format';
import { Distance } from '../../ui/instant';
import { Failure, Loading } from '../../ui/states';
import { useSubdivisionName } from '../../ui/subdivision-select';
import { FigureTable } from '../figures/figure-table';
import { HeadcountThen } from './headcount-then';
import { ManifestTable } from './manifest-table';
import { nameOf, personsAt, Points, type TabProps } from './parts';

const HOUR = 3_600_000;
/** Hints may be lost; whoever only looks sees no board older than this (milliseconds). */
const EVERY = 30_000;

/** What is going on, live: every number opens the list that it counted. */
export function BoardTab(props: TabProps) {
  const { id } = props.incident;
  const board = useQuery({
    queryKey: ['incident', id, 'board'],
    queryFn: () => readBoard(id),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY,
  });
  if (board.isPending) return <Loading />;
  if (board.isError) return <Failure error={board.error} retry={() => void board.refetch()} />;
  return <Numbers board={board.data} {...props} />;
}

function Numbers({ board, incident, zone }: TabProps & { board: Board }) {
  const { t, i18n } = useTranslation('crisis');
  const label = useLabel();
  const place = useSubdivisionName(incident.country);
  const to = (filter: Parameters<typeof personsAt>[1]) => personsAt(incident.id, filter);
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {t('board.asOf', { at: formatInstant(board.at, zone, i18n.language) })}
      </Text>
      <SimpleGrid cols={{ base: 1, md: 2 }} style={{ alignItems: 'start' }}>
        <FigureTable
          title={t('board.headcount')}
          rowName={t('column.state')}
          columns={[t('column.persons')]}
          rows={PERSON_STATES.map((state) => ({
            name: label('incidentPersonState', state),
            counts: [{ value: board.byState[state] ?? 0, to: to({ state }) }],
          }))}
          total={[{ value: board.persons, to: to({}) }]}
        />
        <FigureTable
          title={t('board.needs')}
          note={t('board.needsNote')}
          rowName={t('column.need')}
          columns={[t('column.open'), t('column.met')]}
          rows={NEEDS.map((need) => {
            const { open = 0, met = 0 } = board.needs.find((n) => n.need === need) ?? {};
            return {
              name: label('incidentNeed', need),
              counts: [
                { value: open, to: to({ need, needState: 'open' }) },
                { value: met, to: to({ need, needState: 'met' }) },
              ],
            };
          })}
        />
        <First board={board} incidentId={incident.id} />
        <FigureTable
          title={t('board.places')}
          rowName={t('column.place')}
          columns={[t('column.persons')]}
          rows={board.places.map(({ subdivision, persons }) => ({
            name: subdivision ? place(subdivision) : t('board.nowhere'),
            silent: !subdivision,
            counts: [{ value: persons, to: to(subdivision ? { subdivision } : { nowhere: true }) }],
          }))}
        />
        <FigureTable
          title={t('board.rate')}
          note={t('board.rateNote')}
          rowName={t('column.hour')}
          columns={[t('column.persons')]}
          rows={[...board.rate].reverse().map(({ hourAt, registrations }) => ({
            name: formatInstant(hourAt, zone, i18n.language),
            counts: [
              {
                value: registrations,
                to: to({
                  registeredFrom: hourAt,
                  registeredBefore: isoOf(Date.parse(hourAt) + HOUR),
                }),
              },
            ],
          }))}
        />
        <HeadcountThen incidentId={incident.id} zone={zone} />
      </SimpleGrid>
      <ManifestTable incidentId={incident.id} manifests={board.manifests} />
    </>
  );
}

/** Who is helped first. */
function First({ board, incidentId }: { board: Board; incidentId: string }) {
  const { t } = useTranslation('crisis');
  const label = useLabel();
  return (
    <Paper component="section" p="md">
      <Title order={2} mb="sm">
        {t('board.first')}
      </Title>
      {board.first.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('none.first')}
        </Text>
      )}
      <Stack component="ol" gap="sm" className="plain-list">
        {board.first.map((person) => (
          <li key={person.id}>
            <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
              <div>
                <Anchor
                  component={Link}
                  to={`/crises/${incidentId}/persons/${person.id}`}
                  size="sm"
                  fw={600}
                >
                  {nameOf(person)}
                </Anchor>
                <Text size="sm" c="dimmed">
                  {[
                    ...person.openNeeds.map((need) => label('incidentNeed', need)),
                    label('incidentPersonState', person.state),
                  ].join(' · ')}{' '}
                  · <Distance to={person.registeredAt} />
                </Text>
              </div>
              <Points priority={person.priority} />
            </Group>
          </li>
        ))}
      </Stack>
    </Paper>
  );
}
