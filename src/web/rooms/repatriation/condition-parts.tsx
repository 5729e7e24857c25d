import { useTranslation } from 'react-i18next';
import { useWords } from '../../catalogue/use-catalogue';
import { useLabel } from '../../i18n/use-label';
import { formatDay, formatInstant } from '../../time/format';
import { Line } from '../../ui/part';
import { RETURN_ACTS } from './acts';
import { LineAct, ReturnPart, type ReturnProps } from './parts';

type Costs = readonly { currency: string; amount: string }[];
export const inWords = (costs: Costs): string =>
  costs.map(({ amount, currency }) => `${amount} ${currency}`).join(' · ');

/** What the type of return asks of the person, and what to do about what is lacking. */
export function ConditionsPart(props: ReturnProps) {
  const { panel } = props;
  const { t, i18n } = useTranslation('repatriation');
  const history = useLabel('history');
  const words = useWords();
  const asked = panel.eligibility.filter(({ required }) => required);
  return (
    <ReturnPart name="conditions" acts={[RETURN_ACTS.conditions, RETURN_ACTS.removal]} {...props}>
      {asked.map(({ condition, finding, mend }) => (
        <Line
          key={condition}
          title={`${finding === 'met' ? '✓' : '○'} ${history('checklist', `condition_${condition}`)}`}
          facts={[
            finding === 'met' ? t('met') : finding === 'not_met' ? t('notMet') : t('unknown'),
          ]}
          text={finding === 'met' ? null : words(mend)}
          faded={finding === 'met'}
        />
      ))}
      {panel.removalOrderedOn && (
        <Line
          title={t('removalBy', { authority: panel.removalAuthority })}
          facts={[formatDay(panel.removalOrderedOn, i18n.language), panel.removalNumber]}
          text={panel.removalGround}
        />
      )}
    </ReturnPart>
  );
}

/** The sworn undertaking to repay, or who waived it and why. */
export function UndertakingPart(props: ReturnProps) {
  const { panel, zone } = props;
  const { t, i18n } = useTranslation('repatriation');
  const label = useLabel();
  return (
    <ReturnPart
      name="undertaking"
      acts={[RETURN_ACTS.undertake, RETURN_ACTS.waive]}
      empty={panel.undertakings.length === 0}
      {...props}
    >
      {panel.undertakings.map((one, index) => (
        <Line
          key={one.id}
          title={label('undertaking', one.outcome)}
          facts={[
            one.waivedPercent > 0 && t('waivedPercent', { percent: one.waivedPercent }),
            formatInstant(one.occurredAt, zone, i18n.language),
            one.recordedBy,
            one.documentTitle,
          ]}
          text={one.reason}
          faded={index > 0}
        />
      ))}
    </ReturnPart>
  );
}

/** What headquarters was asked and said; nothing is spent before it. */
export function ConsultationPart(props: ReturnProps) {
  const { panel, zone, editable, start } = props;
  const { t, i18n } = useTranslation('repatriation');
  const label = useLabel();
  const at = (iso: string) => formatInstant(iso, zone, i18n.language);
  const asks = panel.consultations.some(({ state }) => state === 'open')
    ? [RETURN_ACTS.report]
    : [RETURN_ACTS.consult, RETURN_ACTS.report];
  return (
    <ReturnPart name="consultation" acts={asks} empty={panel.consultations.length === 0} {...props}>
      {panel.consultations.map((one) => (
        <Line
          key={one.id}
          title={`${label('consultationState', one.state)}${one.costs.length > 0 ? `: ${inWords(one.costs)}` : ''}`}
          facts={[at(one.askedAt), one.recordedBy]}
          text={[
            one.request,
            one.answer &&
              t('answered', { by: one.answeredBy, at: at(one.answeredAt!), answer: one.answer }),
          ]
            .filter(Boolean)
            .join('\n')}
        >
          {one.state === 'open' && (
            <>
              <LineAct
                act={RETURN_ACTS.authorise}
                target={one.id}
                name={inWords(one.costs)}
                editable={editable}
                start={start}
              />
              <LineAct
                act={RETURN_ACTS.refuse}
                target={one.id}
                name={inWords(one.costs)}
                editable={editable}
                start={start}
              />
            </>
          )}
        </Line>
      ))}
    </ReturnPart>
  );
}
