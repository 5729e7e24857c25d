import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MyDay } from '../../api/types';
import { Due } from '../../ui/due';
import { Line } from './lines';
import { Section } from './section';
import { useLabel } from '../../i18n/use-label';

/** What colleagues wait for; what is empty is not shown. */
export function Colleagues({ day }: { day: MyDay }) {
  const { t } = useTranslation('my-day');
  const label = useLabel();
  const { incomingTransfers, requestsWaiting, handOvers, mentions } = day;
  const caseLink = (id: string, reference: string) => (
    <Anchor component={Link} to={`/cases/${id}?tab=cooperation`} fw={600}>
      {reference}
    </Anchor>
  );
  return (
    <>
      {incomingTransfers.length > 0 && (
        <Section title={t('incomingTransfers')} count={incomingTransfers.length} none="">
          {incomingTransfers.map((transfer) => (
            <Line key={transfer.id}>
              <Anchor component={Link} to="/inbox" fw={600}>
                {transfer.personName ?? transfer.caseReference}
              </Anchor>
              <Text size="xs" c="dimmed">
                {transfer.caseReference} · {t('from', { from: transfer.fromPostCode })}
              </Text>
            </Line>
          ))}
        </Section>
      )}
      {requestsWaiting.length > 0 && (
        <Section title={t('requestsWaiting')} count={requestsWaiting.length} none="">
          {requestsWaiting.map((request) => (
            <Line key={request.id}>
              {caseLink(request.caseId, request.caseReference)}
              <Text size="sm">{label('requestKind', request.kind)}</Text>
              {request.dueAt && <Due at={request.dueAt} zone={request.timeZone} />}
            </Line>
          ))}
        </Section>
      )}
      {handOvers.length > 0 && (
        <Section title={t('handOvers')} count={handOvers.length} none="">
          {handOvers.map((note) => (
            <Line key={note.id}>
              {caseLink(note.caseId, note.caseReference)}
              <Text size="xs" c="dimmed">
                {t('from', { from: note.author })}
              </Text>
            </Line>
          ))}
        </Section>
      )}
      {mentions.length > 0 && (
        <Section title={t('mentions')} count={mentions.length} none="">
          {mentions.map((mention) => (
            <Line key={mention.id}>
              {caseLink(mention.caseId, mention.caseReference)}
              <Text size="xs" c="dimmed">
                {t('from', { from: mention.author })}
              </Text>
            </Line>
          ))}
        </Section>
      )}
    </>
  );
}
