import { Alert, Badge, Button, Group, Paper, Progress, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Departure, readDeparture, resumeDeparture } from '../../api/cooperation';
import { queryClient } from '../../app/query-client';
import { useMyPosts } from '../../app/session';
import { readerZone } from '../../time/format';
import { Instant } from '../../ui/instant';
import { Failure, Loading } from '../../ui/states';
import { FieldsDialog } from '../../ui/fields-dialog';
import { useStaffChoices } from './use-choices';

/** How far a move has come; its rows when asked for, and the way on when something is left. */
export function DepartureCard({ departure }: { departure: Departure }) {
  const { t } = useTranslation('cooperation');
  const [open, setOpen] = useState(false);
  const [resuming, setResuming] = useState(false);
  const post = useMyPosts().find(({ code }) => code === departure.postCode);
  const staff = useStaffChoices(post?.id ?? null);
  const { total, moved, state, failure } = departure;
  return (
    <Paper p="sm">
      <Group justify="space-between" gap="xs">
        <Stack gap={0}>
          <Text fw={600} size="sm">
            {departure.displayName} → {departure.receiverName}
          </Text>
          <Text size="xs" c="dimmed">
            {departure.reason} · <Instant at={departure.startedAt} zone={readerZone()} inherit />
          </Text>
        </Stack>
        <Badge variant="light" color={state === 'incomplete' || failure ? 'rojo' : 'tinta'}>
          {t(`departureState.${state}`)}
        </Badge>
      </Group>
      {failure && (
        <Alert mt="xs" color="rojo" variant="light" title={t('departureFailed')}>
          {t(`departureFailure.${failure}`)}
        </Alert>
      )}
      <Progress
        mt="xs"
        value={total === 0 ? 100 : (100 * moved) / total}
        color="tinta"
        aria-label={t('progressOf', { moved, total })}
      />
      <Text size="xs" c="dimmed" mt={2}>
        {t('progressOf', { moved, total })}
      </Text>
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="default" onClick={() => setOpen(!open)} aria-expanded={open}>
          {t(open ? 'hideRows' : 'showRows')}
        </Button>
        {(state === 'incomplete' || state === 'failed') && (
          <Button size="xs" onClick={() => setResuming(true)}>
            {t('act.resume')}
          </Button>
        )}
      </Group>
      {open && <Rows id={departure.id} />}
      {resuming && (
        <FieldsDialog
          catalogue="cooperation"
          name="resume"
          zone={readerZone()}
          fields={[
            { name: 'receiverId', kind: 'select', choices: staff },
            { name: 'resolution', kind: 'text' },
          ]}
          send={async (body) => {
            await resumeDeparture(departure.id, body);
            await queryClient.invalidateQueries({ queryKey: ['departure', departure.id] });
          }}
          onClose={() => setResuming(false)}
        />
      )}
    </Paper>
  );
}

function Rows({ id }: { id: string }) {
  const { t } = useTranslation('cooperation');
  const departure = useQuery({
    queryKey: ['departure', id],
    queryFn: () => readDeparture(id),
    refetchInterval: 5_000,
  });
  if (departure.isPending) return <Loading />;
  if (departure.isError) return <Failure error={departure.error} />;
  return (
    <Table.ScrollContainer minWidth={300} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.what')}</Table.Th>
            <Table.Th>{t('column.receiver')}</Table.Th>
            <Table.Th>{t('column.result')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {departure.data.items.map((item) => (
            <Table.Tr key={item.id}>
              <Table.Td>
                {t(`holding.${item.kind}`)} {item.reference}
              </Table.Td>
              <Table.Td>{item.receiverName}</Table.Td>
              <Table.Td>
                {t(`itemState.${item.state}`)}
                {item.code && (
                  <Text size="xs" c="dimmed">
                    {t(`itemCode.${item.code}` as never, { defaultValue: item.code })}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
