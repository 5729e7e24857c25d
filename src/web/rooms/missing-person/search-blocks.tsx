import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MissingPanel } from '../../api/missing-person';
import { useWords } from '../../catalogue/use-catalogue';
import { useLabel } from '../../i18n/use-label';
import { formatDay, formatInstant } from '../../time/format';
import type { StartFamilyAct } from '../../ui/family-act';
import { FamilyLineAct, FamilyPart } from '../../ui/family-part';
import { Line } from '../../ui/part';
import { MISSING_ACTS } from './acts';

export interface MissingBlockProps {
  panel: MissingPanel;
  zone: string;
  editable: boolean;
  start: StartFamilyAct;
}

export const CATALOGUE = 'missing' as const;

/** Who asks and why, and whether headquarters found that they may. */
export function RequestBlock({ panel, zone, editable, start }: MissingBlockProps) {
  const { t, i18n } = useTranslation('missing');
  const label = useLabel();
  const { decisions, lastSeenOn } = panel;
  const verified = decisions[0]?.decision === 'verified';
  return (
    <>
      {!verified && (
        <Alert variant="light" color="tinta" title={t('interestFirst.title')}>
          {t('interestFirst.text')}
        </Alert>
      )}
      <FamilyPart
        catalogue={CATALOGUE}
        name="request"
        acts={[MISSING_ACTS.decideInterest]}
        editable={editable}
        start={start}
      >
        <Line
          title={`${panel.requesterName ?? ''} (${label('requesterRelation', panel.relation).toLowerCase()})`}
          facts={[
            panel.requesterContact,
            lastSeenOn && `${t('field.lastSeenOn')}: ${formatDay(lastSeenOn, i18n.language)}`,
          ]}
          text={[panel.fear, panel.lastKnown].filter(Boolean).join('\n')}
        />
        {decisions.map(({ id, decision, reason, occurredAt, recordedBy }) => (
          <Line
            key={id}
            title={label('interestDecision', decision)}
            facts={[formatInstant(occurredAt, zone, i18n.language), recordedBy]}
            text={reason}
          />
        ))}
      </FamilyPart>
    </>
  );
}

/** The letters to authorities, and what was heard. */
export function SearchBlock({ panel, zone, editable, start }: MissingBlockProps) {
  const { t, i18n } = useTranslation('missing');
  const label = useLabel();
  const { inquiries, sightings, decisions } = panel;
  const common = { catalogue: CATALOGUE, editable, start };
  const at = (instant: string) => formatInstant(instant, zone, i18n.language);
  const verified = decisions[0]?.decision === 'verified';
  return (
    <FamilyPart
      {...common}
      name="search"
      acts={[...(verified ? [MISSING_ACTS.inquire] : []), MISSING_ACTS.sighting]}
      empty={inquiries.length + sightings.length === 0}
    >
      {inquiries.map((inquiry) => (
        <Line
          key={inquiry.id}
          title={`${label('inquiryKind', inquiry.kind)} · ${inquiry.authority}`}
          facts={[
            at(inquiry.sentAt),
            inquiry.followsId && t('second'),
            inquiry.answeredAt ? `${t('answered')} ${at(inquiry.answeredAt)}` : t('unanswered'),
          ]}
          text={[inquiry.note, inquiry.answer].filter(Boolean).join('\n')}
        >
          {editable && !inquiry.answeredAt && (
            <>
              <FamilyLineAct
                {...common}
                act={MISSING_ACTS.answer}
                target={inquiry.id}
                name={inquiry.authority}
              />
              <FamilyLineAct
                {...common}
                act={MISSING_ACTS.insist}
                target={inquiry.id}
                name={inquiry.authority}
                known={{ kind: inquiry.kind, authority: inquiry.authority }}
              />
            </>
          )}
        </Line>
      ))}
      {sightings.map((sighting) => (
        <Line
          key={sighting.id}
          title={`${t('sighting')} · ${sighting.place}`}
          facts={[at(sighting.occurredAt), sighting.source]}
          text={sighting.account}
        />
      ))}
    </FamilyPart>
  );
}

/** What was found and what the located person wants: absent for whoever does not see it. */
export function ResultBlock({ panel, zone, editable, start }: MissingBlockProps) {
  const { t, i18n } = useTranslation('missing');
  const label = useLabel();
  const at = (instant: string) => formatInstant(instant, zone, i18n.language);
  const kinds = (codes: readonly string[]) =>
    codes.map((code) => label('dataCategory', code)).join(', ');
  if (!panel.seesResult) {
    return (
      <Text size="sm" c="dimmed">
        {t('notSeen')}
      </Text>
    );
  }
  const { results, wills, orders } = panel;
  const result = results[0]?.result;
  const acts = [
    ...(panel.decisions[0]?.decision === 'verified' ? [MISSING_ACTS.result] : []),
    ...(result === 'found_alive' || result === 'found_detained' ? [MISSING_ACTS.will] : []),
    ...(result ? [MISSING_ACTS.order] : []),
    ...(result === 'found_dead' ? [MISSING_ACTS.openDeath] : []),
    ...(result === 'found_detained'
      ? [MISSING_ACTS.openDetention, MISSING_ACTS.linkDetention]
      : []),
  ];
  return (
    <FamilyPart
      catalogue={CATALOGUE}
      name="result"
      acts={acts}
      editable={editable}
      start={start}
      empty={results.length === 0}
    >
      {results.map((found, i) => (
        <Line
          key={found.id}
          title={label('searchResult', found.result)}
          faded={i > 0}
          facts={[at(found.occurredAt), found.place]}
          text={found.detail}
        />
      ))}
      {wills.map((will, i) => (
        <Line
          key={will.id}
          title={`${t('will')}: ${label('locatedWill', will.will)}`}
          faded={i > 0}
          facts={[will.recipientName, kinds(will.allows), at(will.occurredAt)]}
          text={[will.message, will.note].filter(Boolean).join('\n')}
        />
      ))}
      {orders.map((order) => (
        <Line
          key={order.id}
          title={`${t('order')} ${order.number}`}
          facts={[order.authority, formatDay(order.orderedOn, i18n.language), kinds(order.orders)]}
          text={order.detail}
        />
      ))}
    </FamilyPart>
  );
}

/** What may be told now, and what was told. */
export function AnswersBlock({ panel, zone, editable, start }: MissingBlockProps) {
  const { t, i18n } = useTranslation('missing');
  const label = useLabel();
  const words = useWords();
  const { mayTell, answers } = panel;
  if (!mayTell) return null;
  const kinds = (codes: readonly string[]) =>
    codes.map((code) => label('dataCategory', code)).join(', ');
  return (
    <FamilyPart
      catalogue={CATALOGUE}
      name="answers"
      acts={[MISSING_ACTS.tell]}
      editable={editable}
      start={start}
    >
      <Line
        title={`${t('mayTell')}: ${label('answerBasis', mayTell.basis)}`}
        facts={[kinds(mayTell.categories)]}
        text={mayTell.basis === 'neutral' ? words(panel.neutralAnswer) : null}
      />
      {answers.map((answer) => (
        <Line
          key={answer.id}
          title={`${label('answerBasis', answer.basis)} · ${label('answerChannel', answer.channel)}`}
          facts={[formatInstant(answer.occurredAt, zone, i18n.language), kinds(answer.categories)]}
          text={answer.told}
        />
      ))}
    </FamilyPart>
  );
}
