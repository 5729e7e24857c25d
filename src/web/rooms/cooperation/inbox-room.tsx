import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  act,
  listRequests,
  listTransfers,
  readTransfer,
  type Transfer,
} from '../../api/cooperation';
import { useCan, useMyPosts } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { Due } from '../../ui/due';
import { Instant } from '../../ui/instant';
import { RoomHeader } from '../../ui/room-header';
import { Empty, Failure, Forbidden, Loading } from '../../ui/states';
import { FieldsDialog } from '../../ui/fields-dialog';
import { HandOverText } from './hand-over-text';
import { useStaffChoices } from './use-choices';

const OFFICERS = ['officer', 'head_of_post', 'local_staff'];

/** What waits for this post or desk: cases that others send, requests to answer; and what left. */
export function InboxRoom() {
  const { t } = useTranslation('cooperation');
  const can = useCan();
  const allowed = can('transfer.propose');
  const incoming = useQuery({
    queryKey: ['transfers', true],
    queryFn: () => listTransfers(true),
    enabled: allowed,
  });
  const outgoing = useQuery({
    queryKey: ['transfers', false],
    queryFn: () => listTransfers(false),
    enabled: allowed,
  });
  if (!allowed) return <Forbidden />;
  const pending = incoming.data?.items.filter(({ state }) => state === 'pending') ?? [];
  return (
    <>
      <RoomHeader title={t('inbox')} hint={t('inboxHint')} />
      <Stack gap="xl">
        {can('transfer.decide') && (
          <section>
            <Title order={2} mb="sm">
              {t('incoming')}
            </Title>
            {incoming.isPending && <Loading />}
            {incoming.isError && (
              <Failure error={incoming.error} retry={() => void incoming.refetch()} />
            )}
            {incoming.data && pending.length === 0 && (
              <Paper>
                <Empty title={t('incomingNone')} />
              </Paper>
            )}
            <Stack component="ul" gap="sm" className="plain-list">
              {pending.map((transfer) => (
                <Incoming key={transfer.id} transfer={transfer} />
              ))}
            </Stack>
          </section>
        )}
        {can('request.answer') && <Requests />}
        <section>
          <Title order={2} mb="sm">
            {t('outgoing')}
          </Title>
          {outgoing.isPending && <Loading />}
          {outgoing.data?.items.length === 0 && (
            <Paper>
              <Empty title={t('outgoingNone')} />
            </Paper>
          )}
          <Stack component="ul" gap="sm" className="plain-list">
            {outgoing.data?.items.map((transfer) => (
              <Paper component="li" key={transfer.id} p="sm">
                <Group gap="xs">
                  <Text size="sm" fw={600}>
                    {transfer.reference}
                  </Text>
                  <Text size="sm">
                    {transfer.fromPostCode} → {transfer.toPostCode}
                  </Text>
                  <Badge variant="light">{t(`transferState.${transfer.state}`)}</Badge>
                </Group>
                {transfer.decisionNote && (
                  <Text size="sm">{t('answerNote', { text: transfer.decisionNote })}</Text>
                )}
                <Text size="xs" c="dimmed">
                  <Instant at={transfer.requestedAt} zone={transfer.timeZone} inherit />
                </Text>
              </Paper>
            ))}
          </Stack>
        </section>
      </Stack>
    </>
  );
}

function Incoming({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation('cooperation');
  const label = useLabel();
  const decides = useMyPosts().some(({ id }) => id === transfer.toPostId);
  const staff = useStaffChoices(transfer.toPostId, OFFICERS);
  const [doing, setDoing] = useState<'accept' | 'reject' | null>(null);
  const detail = useQuery({
    queryKey: ['transfer', transfer.id],
    queryFn: () => readTransfer(transfer.id),
  });
  const zone = transfer.timeZone;
  return (
    <Paper component="li">
      <Group gap="xs" mb={4}>
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {transfer.personName ?? transfer.reference}
        </Text>
        <Text size="xs" c="dimmed">
          {transfer.reference} · {label('type', transfer.type)} · {transfer.fromPostCode}
        </Text>
      </Group>
      <Stack gap="xs">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {transfer.reason}
        </Text>
        {transfer.nextDuty && transfer.nextDueAt && (
          <Group gap="xs">
            <Text size="sm">{label('obligation', transfer.nextDuty)}</Text>
            <Due at={transfer.nextDueAt} zone={zone} />
          </Group>
        )}
        {detail.data?.handOver && <HandOverText note={detail.data.handOver} />}
        <Text size="xs" c="dimmed">
          {transfer.requestedBy} · <Instant at={transfer.requestedAt} zone={zone} inherit />
        </Text>
        {decides && (
          <Group gap="xs">
            <Button
              size="xs"
              aria-label={t('acceptFor', { reference: transfer.reference })}
              onClick={() => setDoing('accept')}
            >
              {t('act.accept')}
            </Button>
            <Button
              size="xs"
              variant="default"
              aria-label={t('rejectFor', { reference: transfer.reference })}
              onClick={() => setDoing('reject')}
            >
              {t('act.reject')}
            </Button>
          </Group>
        )}
      </Stack>
      {doing === 'accept' && (
        <FieldsDialog
          catalogue="cooperation"
          name="accept"
          zone={zone}
          about={t('acceptHint')}
          fields={[
            { name: 'assigneeId', kind: 'select', choices: staff },
            { name: 'note', kind: 'long' },
          ]}
          send={(body, key) =>
            act('/api/v1/transfers/{id}/acceptance', { id: transfer.id }, body, key)
          }
          onClose={() => setDoing(null)}
        />
      )}
      {doing === 'reject' && (
        <FieldsDialog
          catalogue="cooperation"
          name="reject"
          zone={zone}
          fields={[{ name: 'reason', kind: 'long', required: true }]}
          send={(body, key) =>
            act('/api/v1/transfers/{id}/rejection', { id: transfer.id }, body, key)
          }
          onClose={() => setDoing(null)}
        />
      )}
    </Paper>
  );
}

function Requests() {
  const { t } = useTranslation('cooperation');
  const label = useLabel();
  const requests = useQuery({ queryKey: ['service-requests'], queryFn: listRequests });
  return (
    <section>
      <Title order={2} mb="sm">
        {t('requestsWaiting')}
      </Title>
      {requests.isPending && <Loading />}
      {requests.isError && <Failure error={requests.error} retry={() => void requests.refetch()} />}
      {requests.data?.items.length === 0 && (
        <Paper>
          <Empty title={t('requestsWaitingNone')} />
        </Paper>
      )}
      <Stack component="ul" gap="sm" className="plain-list">
        {requests.data?.items.map((request) => (
          <Paper component="li" key={request.id} p="sm">
            <Group gap="xs">
              <Anchor component={Link} to={`/cases/${request.caseId}?tab=cooperation`} fw={600}>
                {request.caseReference}
              </Anchor>
              <Text size="sm">{label('requestKind', request.kind)}</Text>
              {request.urgent && <Badge color="rojo">{t('urgent')}</Badge>}
            </Group>
            {request.dueAt && <Due at={request.dueAt} zone={request.timeZone} />}
            <Text size="xs" c="dimmed">
              {request.postCode} · {request.askedBy}
            </Text>
          </Paper>
        ))}
      </Stack>
    </section>
  );
}
