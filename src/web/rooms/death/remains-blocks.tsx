import { Button, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../catalogue/use-catalogue';
import { useLabel } from '../../i18n/use-label';
import { countryName, formatDay, formatInstant } from '../../time/format';
import { FamilyLineAct, FamilyPart } from '../../ui/family-part';
import { Line } from '../../ui/part';
import { DEATH_ACTS } from './acts';
import type { DeathBlockProps } from './kin-block';

const CATALOGUE = 'death' as const;

/** Each document that is asked for, and how many are settled. */
export function DocumentsBlock({ panel, editable, start }: DeathBlockProps) {
  const { t, i18n } = useTranslation('death');
  const label = useLabel();
  const words = useWords();
  const { documents } = panel;
  const settled = documents.filter(({ state }) => state !== 'required').length;
  const progress = t('documentsDone', { done: settled, all: documents.length });
  return (
    <FamilyPart
      catalogue={CATALOGUE}
      name="documents"
      editable={editable}
      start={start}
      empty={documents.length === 0}
    >
      <li>
        <Text size="sm" mb={4}>
          {progress}
        </Text>
        <Progress
          value={documents.length === 0 ? 0 : (settled / documents.length) * 100}
          aria-label={progress}
        />
      </li>
      {documents.map((document) => {
        const name = words(document.label);
        const common = { catalogue: CATALOGUE, editable, start, target: document.code, name };
        return (
          <Line
            key={document.code}
            title={`${name} · ${label('remainsDocumentState', document.state)}`}
            facts={[
              document.number,
              document.documentTitle,
              document.issuedBy,
              document.obtainedOn && formatDay(document.obtainedOn, i18n.language),
            ]}
            text={document.reason}
          >
            {editable && document.state !== 'obtained' && (
              <>
                <FamilyLineAct {...common} act={DEATH_ACTS.obtain} />
                {document.state === 'required' && (
                  <FamilyLineAct {...common} act={DEATH_ACTS.notApplicable} />
                )}
              </>
            )}
          </Line>
        );
      })}
    </FamilyPart>
  );
}

/** What the family decided, and what funeral homes ask for. */
export function DecisionBlock({ panel, zone, editable, start }: DeathBlockProps) {
  const { t, i18n } = useTranslation('death');
  const label = useLabel();
  const { decisions, quotes } = panel;
  return (
    <FamilyPart
      catalogue={CATALOGUE}
      name="decision"
      acts={[DEATH_ACTS.decide, DEATH_ACTS.quote]}
      editable={editable}
      start={start}
      empty={decisions.length + quotes.length === 0}
    >
      {decisions.map((decision, i) => (
        <Line
          key={decision.id}
          title={label('remainsWay', decision.way)}
          faded={i > 0}
          facts={[
            `${decision.decidedBy} (${label('kinRelation', decision.relation).toLowerCase()})`,
            decision.entitlement,
            formatInstant(decision.occurredAt, zone, i18n.language),
          ]}
          text={decision.note}
        />
      ))}
      {quotes.map((quote) => (
        <Line
          key={quote.id}
          title={`${quote.funeralHome} · ${quote.amount} ${quote.currency}`}
          facts={[formatDay(quote.quotedOn, i18n.language), quote.chosenAt && t('chosen')]}
          text={quote.note}
        >
          {editable && !quote.chosenAt && (
            <FamilyLineAct
              catalogue={CATALOGUE}
              editable={editable}
              start={start}
              act={DEATH_ACTS.choose}
              target={quote.id}
              name={quote.funeralHome}
            />
          )}
        </Line>
      ))}
    </FamilyPart>
  );
}

/** The legs of the transport, each on the clocks of its places, and the permits for it. */
export function TransportBlock(props: DeathBlockProps & { addLeg: () => void }) {
  const { panel, editable, start, addLeg } = props;
  const { t, i18n } = useTranslation('death');
  const label = useLabel();
  const { legs, permits } = panel;
  return (
    <FamilyPart
      catalogue={CATALOGUE}
      name="transport"
      acts={[DEATH_ACTS.permit]}
      more={
        <Button size="xs" variant="default" onClick={addLeg}>
          {t('act.leg')}
        </Button>
      }
      editable={editable}
      start={start}
      empty={legs.length + permits.length === 0}
    >
      {[...legs].reverse().map((leg) => {
        const name = `${leg.fromPlace} – ${leg.toPlace}`;
        return (
          <Line
            key={leg.id}
            title={`${name} · ${label('transportMode', leg.mode)}`}
            faded={leg.cancelledAt !== null}
            facts={[
              leg.carrier,
              leg.waybill,
              `${formatInstant(leg.departsAt, leg.fromZone, i18n.language)} → ${formatInstant(leg.arrivesAt, leg.toZone, i18n.language)}`,
              leg.cancelledAt && t('cancelled'),
            ]}
          >
            {editable && !leg.cancelledAt && (
              <FamilyLineAct
                catalogue={CATALOGUE}
                editable={editable}
                start={start}
                act={DEATH_ACTS.cancelLeg}
                target={leg.id}
                name={name}
              />
            )}
          </Line>
        );
      })}
      {permits.map((permit) => (
        <Line
          key={permit.id}
          title={`${t('permit')} ${permit.number}`}
          facts={[
            countryName(permit.country, i18n.language),
            permit.authority,
            formatDay(permit.grantedOn, i18n.language),
            permit.expiresOn && `${t('expires')} ${formatDay(permit.expiresOn, i18n.language)}`,
          ]}
        />
      ))}
    </FamilyPart>
  );
}

/** Who receives the remains in Peru, and where they rest. */
export function RestBlock({ panel, zone, editable, start }: DeathBlockProps) {
  const { t, i18n } = useTranslation('death');
  const label = useLabel();
  const { receptions, restingPlaces } = panel;
  return (
    <FamilyPart
      catalogue={CATALOGUE}
      name="rest"
      acts={[DEATH_ACTS.receive, DEATH_ACTS.rest]}
      editable={editable}
      start={start}
      empty={receptions.length + restingPlaces.length === 0}
    >
      {restingPlaces.map((rest) => (
        <Line
          key={rest.id}
          title={`${label('restingKind', rest.kind)} · ${rest.place}`}
          facts={[
            rest.plot,
            countryName(rest.country, i18n.language),
            formatDay(rest.restedOn, i18n.language),
            rest.authority,
          ]}
        />
      ))}
      {receptions.map((reception) => (
        <Line
          key={reception.id}
          title={`${t('reception')}: ${reception.receiver}`}
          facts={[
            label('kinRelation', reception.relation),
            reception.place,
            label(
              'receptionState',
              reception.receivedAt ? 'received' : reception.accepted ? 'accepted' : 'declined',
            ),
            reception.receivedAt && formatInstant(reception.receivedAt, zone, i18n.language),
          ]}
          text={reception.note}
        />
      ))}
    </FamilyPart>
  );
}
