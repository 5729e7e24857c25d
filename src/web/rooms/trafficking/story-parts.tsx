import { useTranslation } from 'react-i18next';
import { useLabel } from '../../i18n/use-label';
import { countryName, formatDay } from '../../time/format';
import { Line } from '../../ui/part';
import { TRAFFICKING_ACTS } from './acts';
import { LineAct, TraffickingPart, type PartProps } from './parts';

const joined = (...texts: (string | null)[]): string => texts.filter(Boolean).join('\n');

/** What was seen or told that points to trafficking. */
export function IndicatorsPart({ panel, ...rest }: PartProps) {
  const { t } = useTranslation('trafficking');
  const label = useLabel();
  const act = TRAFFICKING_ACTS.indicators;
  return (
    <TraffickingPart name="indicators" act={act} empty={panel.findings.length === 0} {...rest}>
      {panel.findings.map(({ id, indicators, note, replaced, recordedBy }) => {
        const title = indicators.map((code) => label('indicator', code)).join(', ');
        return (
          <Line
            key={id}
            title={title}
            facts={[replaced && t('replaced'), recordedBy]}
            text={note}
            faded={replaced}
          >
            {rest.editable && !replaced && (
              <LineAct
                act={act}
                target={id}
                name={title}
                label={t('act.correct')}
                known={{ indicators, note }}
                start={rest.start}
              />
            )}
          </Line>
        );
      })}
    </TraffickingPart>
  );
}

/** Acts, means and purposes, and how it was. */
export function ExploitationPart({ panel, ...rest }: PartProps) {
  const { t, i18n } = useTranslation('trafficking');
  const label = useLabel();
  const act = TRAFFICKING_ACTS.exploitation;
  const all = (vocabulary: string, codes: readonly string[]) =>
    codes.map((code) => label(vocabulary, code)).join(', ');
  return (
    <TraffickingPart
      name="exploitation"
      act={act}
      empty={panel.exploitations.length === 0}
      {...rest}
    >
      {panel.exploitations.map((told) => {
        const { id, acts, purposes, means, replaced, beganOn, endedOn } = told;
        const title = all('traffickingPurpose', purposes);
        const days = [beganOn, endedOn]
          .flatMap((day) => (day ? [formatDay(day, i18n.language)] : []))
          .join(' – ');
        return (
          <Line
            key={id}
            title={title}
            faded={replaced}
            facts={[
              replaced && t('replaced'),
              all('traffickingAct', acts),
              all('meansOfControl', means),
              told.recruitedThrough && label('recruitedThrough', told.recruitedThrough),
              told.country && countryName(told.country, i18n.language),
              told.place,
              days,
            ]}
            text={joined(told.promise, told.conditions)}
          >
            {rest.editable && !replaced && (
              <LineAct
                act={act}
                target={id}
                name={title}
                label={t('act.correct')}
                known={{
                  ...{ acts, purposes, means, beganOn, endedOn },
                  recruitedThrough: told.recruitedThrough,
                  recruiterRelation: told.recruiterRelation,
                  recruitedIn: told.recruitedIn,
                  promise: told.promise,
                  country: told.country,
                  place: told.place,
                  conditions: told.conditions,
                }}
                start={rest.start}
              />
            )}
          </Line>
        );
      })}
    </TraffickingPart>
  );
}

/** The way on which the person was taken. */
export function TransitPart({ panel, ...rest }: PartProps) {
  const { t, i18n } = useTranslation('trafficking');
  const label = useLabel();
  return (
    <TraffickingPart
      name="transit"
      act={TRAFFICKING_ACTS.transit}
      empty={panel.transitLegs.length === 0}
      {...rest}
    >
      {panel.transitLegs.map((leg) => (
        <Line
          key={leg.id}
          faded={leg.replaced}
          title={[leg.fromCountry, leg.toCountry]
            .map((country) => (country ? countryName(country, i18n.language) : '…'))
            .join(' → ')}
          facts={[
            leg.replaced && t('replaced'),
            leg.travelledOn && formatDay(leg.travelledOn, i18n.language),
            label('transport', leg.transport),
            label('borderDocuments', leg.documents),
          ]}
          text={leg.note}
        />
      ))}
    </TraffickingPart>
  );
}

/** Who took part in what was done. */
export function PerpetratorsPart({ panel, ...rest }: PartProps) {
  const { t, i18n } = useTranslation('trafficking');
  const label = useLabel();
  return (
    <TraffickingPart
      name="perpetrators"
      act={TRAFFICKING_ACTS.perpetrator}
      empty={panel.perpetrators.length === 0}
      {...rest}
    >
      {panel.perpetrators.map((who) => (
        <Line
          key={who.id}
          faded={who.replaced}
          title={who.name ?? label('perpetratorPart', who.part)}
          facts={[
            who.replaced && t('replaced'),
            who.name && label('perpetratorPart', who.part),
            label('traffickerRelation', who.relation),
            label('sex', String(who.sex)),
            who.nationality && countryName(who.nationality, i18n.language),
            who.isStaff && t('field.accountId'),
          ]}
          text={who.description}
        />
      ))}
    </TraffickingPart>
  );
}
