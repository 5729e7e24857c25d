import { Alert, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RepatriationPanel } from '../../api/repatriation';
import { useLabel } from '../../i18n/use-label';
import { formatDay, formatInstant } from '../../time/format';
import { Line } from '../../ui/part';
import { RETURN_ACTS } from './acts';
import { inWords } from './condition-parts';
import { LineAct, ReturnPart, type ReturnProps } from './parts';

/** What lets the person travel, and what is still lacking for the day they leave. */
export function PapersPart(props: ReturnProps) {
  const { panel } = props;
  const { t, i18n } = useTranslation('repatriation');
  const label = useLabel();
  const day = (iso: string) => formatDay(iso, i18n.language);
  return (
    <ReturnPart
      name="papers"
      acts={[RETURN_ACTS.paper]}
      empty={panel.papers.length === 0 && panel.gaps.length === 0}
      {...props}
    >
      {panel.gaps.length > 0 && (
        <li>
          <Alert variant="light" color="tinta" title={t('lacking')}>
            <Text size="sm">{panel.gaps.map((gap) => label('journeyGap', gap)).join(' · ')}</Text>
          </Alert>
        </li>
      )}
      {panel.papers.map((paper) => (
        <Line
          key={paper.id}
          title={[label('journeyPaper', paper.kind), paper.number].filter(Boolean).join(' ')}
          facts={[
            paper.holder,
            paper.issuedBy,
            day(paper.issuedOn),
            paper.expiresOn && t('expires', { day: day(paper.expiresOn) }),
            paper.documentTitle,
          ]}
          text={paper.note}
        />
      ))}
    </ReturnPart>
  );
}

type Segment = RepatriationPanel['segments'][number];
const byDeparture = (a: Segment, b: Segment) => a.departsAt.localeCompare(b.departsAt);

/** The way to the first point of entry, who pays each share, who boarded and who arrived. */
export function JourneyPart({ addLeg, ...props }: ReturnProps & { addLeg: () => void }) {
  const { panel, zone, editable, start } = props;
  const { t, i18n } = useTranslation('repatriation');
  const label = useLabel();
  const at = (iso: string, where: string) => formatInstant(iso, where, i18n.language);
  const boarded = panel.boardings.length > 0;
  const { segments, stateCosts, authorisedCosts } = panel;
  return (
    <ReturnPart
      name="journey"
      acts={[RETURN_ACTS.board, RETURN_ACTS.arrive]}
      empty={segments.length === 0 && !boarded && panel.arrivals.length === 0}
      more={
        !boarded && (
          <Button size="xs" variant="default" onClick={addLeg}>
            {t('act.leg')}
          </Button>
        )
      }
      {...props}
    >
      {stateCosts.length > 0 && (
        <Line
          title={t('stateCost', { costs: inWords(stateCosts) })}
          facts={[
            authorisedCosts.length > 0 && t('authorised', { costs: inWords(authorisedCosts) }),
          ]}
        />
      )}
      {[...segments].sort(byDeparture).map((leg) => (
        <Line
          key={leg.id}
          title={`${leg.fromPlace} – ${leg.toPlace}`}
          faded={leg.cancelledAt !== null}
          facts={[
            leg.cancelledAt && t('cancelled'),
            label('transportMode', leg.mode),
            [leg.carrier, leg.service].filter(Boolean).join(' '),
            leg.ticket && t('ticket', { number: leg.ticket }),
            `${at(leg.departsAt, leg.fromZone)} → ${at(leg.arrivesAt, leg.toZone)}`,
          ]}
          text={
            leg.reason ??
            (leg.shares.length > 0
              ? `${leg.fare} ${leg.currency}: ${leg.shares
                  .map(({ payer, amount }) => `${label('farePayer', payer)} ${amount}`)
                  .join(' + ')}`
              : null)
          }
        >
          {!boarded && leg.cancelledAt === null && (
            <LineAct
              act={RETURN_ACTS.cancelLeg}
              target={leg.id}
              name={`${leg.fromPlace} – ${leg.toPlace}`}
              editable={editable}
              start={start}
            />
          )}
        </Line>
      ))}
      {panel.boardings.map((one) => (
        <Line
          key={one.id}
          title={t('boarded', { person: one.person })}
          facts={[
            at(one.occurredAt, zone),
            one.ticketHandedOver ? t('ticketGiven') : t('ticketNotGiven'),
          ]}
          text={one.note}
        />
      ))}
      {panel.arrivals.map((one) => (
        <Line
          key={one.id}
          title={t('arrived', { person: one.person, place: one.entryPoint })}
          facts={[
            at(one.occurredAt, 'America/Lima'),
            t('reported', { day: formatDay(one.reportedOn, i18n.language) }),
          ]}
          text={one.note}
        />
      ))}
    </ReturnPart>
  );
}
