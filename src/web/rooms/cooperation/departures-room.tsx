import {
  Button,
  NativeSelect,
  Paper,
  Stack,
  Table,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/client';
import {
  listDepartures,
  previewDeparture,
  startDeparture,
  type Holding,
} from '../../api/cooperation';
import { queryClient } from '../../app/query-client';
import { useCan, useMyPosts } from '../../app/session';
import { useTellDone, useTellProblem } from '../../ui/problem';
import { RoomHeader } from '../../ui/room-header';
import { Empty, Failure, Forbidden, Loading } from '../../ui/states';
import { usePostOptions, usePosts } from '../../ui/use-posts';
import { DepartureCard } from './departure-card';
import { type Choice, useStaffChoices } from './use-choices';

/** When somebody leaves: what they hold, who takes it, and how far the move has come. */
export function DeparturesRoom() {
  const { t } = useTranslation('cooperation');
  const can = useCan();
  const allowed = can('departure.run');
  const departures = useQuery({
    queryKey: ['departures'],
    queryFn: listDepartures,
    enabled: allowed,
    refetchInterval: 5_000,
  });
  if (!allowed) return <Forbidden />;
  return (
    <>
      <RoomHeader title={t('departures')} hint={t('departuresHint')} />
      <Stack gap="xl">
        <Wizard />
        <section>
          <Title order={2} mb="sm">
            {t('departuresBefore')}
          </Title>
          {departures.isPending && <Loading />}
          {departures.isError && (
            <Failure error={departures.error} retry={() => void departures.refetch()} />
          )}
          {departures.data?.items.length === 0 && (
            <Paper>
              <Empty title={t('departuresNone')} />
            </Paper>
          )}
          <Stack gap="sm">
            {departures.data?.items.map((departure) => (
              <DepartureCard key={departure.id} departure={departure} />
            ))}
          </Stack>
        </section>
      </Stack>
    </>
  );
}

function Wizard() {
  const { t } = useTranslation('cooperation');
  const postOptions = usePostOptions();
  const own = useMyPosts();
  const posts = usePosts();
  const [postId, setPostId] = useState<string>(own[0]?.id ?? '');
  const [leaver, setLeaver] = useState('');
  const staff = useStaffChoices(postId || null);
  const places = own.length > 0 ? own : (posts.data ?? []);
  return (
    <Paper component="section">
      <Title order={2} mb="sm">
        {t('departureNew')}
      </Title>
      <Stack>
        <NativeSelect
          label={t('field.postId')}
          value={postId}
          data={[{ value: '', label: t('choose') }, ...postOptions(places)]}
          onChange={({ currentTarget }) => {
            setPostId(currentTarget.value);
            setLeaver('');
          }}
        />
        <NativeSelect
          label={t('field.leaver')}
          value={leaver}
          data={[{ value: '', label: t('choose') }, ...staff]}
          onChange={({ currentTarget }) => setLeaver(currentTarget.value)}
        />
        {leaver && (
          <Plan
            key={leaver}
            leaver={leaver}
            staff={staff.filter(({ value }) => value !== leaver)}
            onStarted={() => setLeaver('')}
          />
        )}
      </Stack>
    </Paper>
  );
}

/** The preview, a receiver for each thing or the rule for all, and the start. */
function Plan({
  leaver,
  staff,
  onStarted,
}: {
  leaver: string;
  staff: Choice[];
  onStarted: () => void;
}) {
  const { t } = useTranslation('cooperation');
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const [key, setKey] = useState(newKey);
  const [receiverId, setReceiver] = useState('');
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [resolution, setResolution] = useState('');
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const held = useQuery({
    queryKey: ['holdings', leaver],
    queryFn: () => previewDeparture(leaver),
  });
  const start = useMutation({
    mutationFn: (items: Holding[]) =>
      startDeparture(
        {
          accountId: leaver,
          receiverId,
          reason,
          note: note || undefined,
          resolution: resolution || undefined,
          choices: items.flatMap(({ kind, subjectId }) => {
            const own = chosen[subjectId];
            return own ? [{ kind, subjectId, receiverId: own }] : [];
          }),
        },
        key,
      ),
    onSuccess: () => {
      tellDone(t('done.departure'));
      onStarted();
      return queryClient.invalidateQueries();
    },
    onError: (error) => {
      setKey(newKey());
      tellProblem(error);
    },
  });
  if (held.isPending) return <Loading />;
  if (held.isError) return <Failure error={held.error} retry={() => void held.refetch()} />;
  const items = held.data.items;
  return (
    <>
      {items.length === 0 ? (
        <Text size="sm">{t('holdsNothing')}</Text>
      ) : (
        <Table.ScrollContainer minWidth={300} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('column.what')}</Table.Th>
                <Table.Th>{t('column.receiver')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((item) => (
                <Table.Tr key={`${item.kind}${item.subjectId}`}>
                  <Table.Td>
                    <Text size="sm">{t(`holding.${item.kind}`)}</Text>
                    <Text size="xs" c="dimmed">
                      {item.reference ?? item.postCode}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <NativeSelect
                      size="xs"
                      aria-label={t('receiverOf', {
                        what: `${t(`holding.${item.kind}`)} ${item.reference ?? ''}`,
                      })}
                      value={chosen[item.subjectId] ?? ''}
                      data={[{ value: '', label: t('byRule') }, ...staff]}
                      onChange={({ currentTarget: { value } }) =>
                        setChosen((before) => ({ ...before, [item.subjectId]: value }))
                      }
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <NativeSelect
        label={t('field.ruleReceiver')}
        withAsterisk
        value={receiverId}
        data={[{ value: '', label: t('choose') }, ...staff]}
        onChange={({ currentTarget }) => setReceiver(currentTarget.value)}
      />
      <TextInput
        label={t('field.reason')}
        withAsterisk
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Textarea
        label={t('field.departureNote')}
        autosize
        minRows={2}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      {items.some(({ kind }) => kind === 'subrogation') && (
        <TextInput
          label={t('field.resolution')}
          withAsterisk
          value={resolution}
          onChange={({ currentTarget }) => setResolution(currentTarget.value)}
        />
      )}
      <Button
        disabled={!receiverId || !reason.trim()}
        loading={start.isPending}
        onClick={() => start.mutate(items)}
      >
        {t('act.departure')}
      </Button>
    </>
  );
}
