import {
  Anchor,
  Badge,
  Button,
  Group,
  NativeSelect,
  Paper,
  Table,
  Text,
  Title,
} from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import {
  manifestPdf,
  type ManifestPage,
  readIncident,
  readManifest,
  releaseSeat,
  type Seat,
  SEAT_STATES,
} from '../../api/crisis';
import { queryClient } from '../../app/query-client';
import { useCan } from '../../app/session';
import { useLabel, useOptions } from '../../i18n/use-label';
import { Instant } from '../../ui/instant';
import { useTellDone, useTellProblem } from '../../ui/problem';
import { RoomHeader } from '../../ui/room-header';
import { Failure, Loading } from '../../ui/states';
import { ArrivalDialog } from './arrival-dialog';
import { BoardingDialog } from './boarding-dialog';
import { FaresDialog } from './fares-dialog';
import { nameOf } from './parts';

/** One flight or bus: who has a seat, who waits, who boarded, who arrived and who paid. */
export function ManifestRoom() {
  const { id = '', manifest: manifestId = '' } = useParams();
  const can = useCan();
  const incident = useQuery({ queryKey: ['incident', id], queryFn: () => readIncident(id) });
  const manifest = useQuery({
    queryKey: ['incident', id, 'manifest', manifestId],
    queryFn: () => readManifest(id, manifestId),
  });
  if (incident.isError) return <Failure error={incident.error} />;
  if (manifest.isError) {
    return <Failure error={manifest.error} retry={() => void manifest.refetch()} />;
  }
  if (incident.isPending || manifest.isPending) return <Loading />;
  return (
    <OneManifest
      incidentId={id}
      page={manifest.data}
      active={incident.data.state === 'active'}
      works={can('crisis.work')}
    />
  );
}

type Doing = 'board' | 'arrive' | 'fares';

interface Props {
  incidentId: string;
  page: ManifestPage;
  active: boolean;
  works: boolean;
}

function OneManifest({ incidentId, page, active, works }: Props) {
  const { t } = useTranslation('crisis');
  const label = useLabel();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { manifest, items } = page;
  const props = { incidentId, page, onClose: () => setDoing(null) };
  return (
    <>
      <RoomHeader
        title={`${label('manifestKind', manifest.kind)} ${manifest.code}`}
        hint={
          <Group gap={6}>
            <Badge variant="light">{label('manifestState', manifest.state)}</Badge>
            <span>{t('route', { from: manifest.origin, to: manifest.destination })}</span>
            <Instant
              at={manifest.departedAt ?? manifest.departsAt}
              zone={manifest.departsZone}
              size="sm"
            />
            <span>{t('capacityOf', { count: manifest.capacity })}</span>
            <Anchor component={Link} to={`/crises/${incidentId}?tab=manifests`} size="sm">
              {t('tab.manifests')}
            </Anchor>
          </Group>
        }
      >
        <Button
          component="a"
          href={manifestPdf(incidentId, manifest.id)}
          target="_blank"
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
        >
          {t('act.print')}
        </Button>
        {works && items.length > 0 && (
          <Button variant="default" onClick={() => setDoing('fares')}>
            {t('act.fares')}
          </Button>
        )}
        {works && active && manifest.state === 'open' && (
          <Button onClick={() => setDoing('board')}>{t('act.board')}</Button>
        )}
        {works && manifest.state === 'departed' && (
          <Button onClick={() => setDoing('arrive')}>{t('act.arrive')}</Button>
        )}
      </RoomHeader>
      <Seats
        incidentId={incidentId}
        page={page}
        releasable={works && active && manifest.state === 'open'}
      />
      <FareTotals page={page} />
      {doing === 'board' && <BoardingDialog {...props} />}
      {doing === 'arrive' && <ArrivalDialog {...props} />}
      {doing === 'fares' && <FaresDialog {...props} />}
    </>
  );
}

const moneyOf = ({ currency, shares }: Seat, label: (v: string, c: string) => string): string =>
  shares
    .map(({ payer, amount }) => `${label('farePayer', payer)} ${amount} ${currency}`)
    .join(', ');

function Seats({
  incidentId,
  page,
  releasable,
}: Omit<Props, 'active' | 'works'> & { releasable: boolean }) {
  const { t } = useTranslation('crisis');
  const label = useLabel();
  const options = useOptions();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('seat') ?? '';
  const seats = page.items.filter(({ state }) => !asked || state === asked);
  const release = useMutation({
    mutationFn: (personId: string) => releaseSeat(incidentId, page.manifest.id, personId),
    onSuccess: () => {
      tellDone(t('done.release'));
      return queryClient.invalidateQueries({ queryKey: ['incident', incidentId] });
    },
    onError: tellProblem,
  });
  return (
    <Paper component="section" p={0} mb="lg">
      <Group justify="space-between" px="md" pt="md" align="flex-end">
        <Title order={2}>
          {t('section.seats')}{' '}
          <Text span inherit c="dimmed" role="status">
            {seats.length}
          </Text>
        </Title>
        <NativeSelect
          label={t('column.seat')}
          value={asked}
          data={[{ value: '', label: t('filter.any') }, ...options('seatState', SEAT_STATES)]}
          onChange={(event) => {
            const seat = event.currentTarget.value;
            setSearch(seat ? { seat } : {}, { replace: true });
          }}
        />
      </Group>
      {seats.length === 0 ? (
        <Text size="sm" c="dimmed" p="md">
          {t('none.seats')}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                {(['person', 'document', 'priority', 'seat', 'fare'] as const).map((column) => (
                  <Table.Th key={column} scope="col">
                    {t(`column.${column}`)}
                  </Table.Th>
                ))}
                {releasable && <Table.Th scope="col">{t('column.act')}</Table.Th>}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {seats.map((seat) => (
                <Table.Tr key={seat.personId}>
                  <Table.Th scope="row">
                    <Anchor component={Link} to={`/crises/${incidentId}/persons/${seat.personId}`}>
                      {nameOf(seat)}
                    </Anchor>
                  </Table.Th>
                  <Table.Td>{seat.documentNumber}</Table.Td>
                  <Table.Td>{seat.priority}</Table.Td>
                  <Table.Td>{label('seatState', seat.state)}</Table.Td>
                  <Table.Td>{moneyOf(seat, label)}</Table.Td>
                  {releasable && (
                    <Table.Td>
                      {(seat.state === 'seated' || seat.state === 'waiting') && (
                        <Button
                          size="compact-sm"
                          variant="default"
                          aria-label={`${t('act.release')}: ${nameOf(seat)}`}
                          onClick={() => release.mutate(seat.personId)}
                        >
                          {t('act.release')}
                        </Button>
                      )}
                    </Table.Td>
                  )}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Paper>
  );
}

/** Who paid how much of the whole journey. */
function FareTotals({ page }: { page: ManifestPage }) {
  const { t } = useTranslation('crisis');
  const label = useLabel();
  if (page.fares.length === 0) return null;
  return (
    <Paper component="section">
      <Title order={2} mb="sm">
        {t('section.fares')}
      </Title>
      {page.fares.map(({ currency, payer, amount, seats }) => (
        <Text key={`${currency}${payer}`} size="sm">
          {t('fareTotal', { payer: label('farePayer', payer), amount, currency, count: seats })}
        </Text>
      ))}
    </Paper>
  );
}
