import { useTranslation } from 'react-i18next';
import { useLabel } from '../../i18n/use-label';
import { countryName, formatDay, formatInstant } from '../../time/format';
import { Line } from '../../ui/part';
import { MINOR_ACTS } from './acts';
import { LineAct, MinorPart, type PartProps } from './parts';

/** Who was asked where the family is, and what they answered. */
export function TracingPart({ panel, editable, start }: PartProps) {
  const { i18n } = useTranslation('minors');
  const label = useLabel();
  return (
    <MinorPart
      name="tracing"
      empty={panel.tracing.length === 0}
      act={MINOR_ACTS.trace}
      editable={editable}
      start={start}
    >
      {panel.tracing.map(({ id, source, institution, askedOn, answeredOn, result, note }) => {
        const name = label('tracingSource', source);
        return (
          <Line
            key={id}
            title={`${name} · ${label('tracingResult', result)}`}
            facts={[institution, formatDay(answeredOn ?? askedOn, i18n.language)]}
            text={note}
          >
            {editable && result === 'pending' && (
              <LineAct act={MINOR_ACTS.answerTrace} target={id} name={name} start={start} />
            )}
          </Line>
        );
      })}
    </MinorPart>
  );
}

/** The family that was found: restricted; whether it is family, and can receive the child. */
export function RelativesPart({ panel, zone, editable, start }: PartProps) {
  const { i18n } = useTranslation('minors');
  const label = useLabel();
  return (
    <MinorPart
      name="relatives"
      empty={panel.relatives.length === 0}
      act={MINOR_ACTS.locate}
      editable={editable}
      start={start}
    >
      {panel.relatives.map(({ id, fullName, relation, state, whereabouts, proof, assessments }) => {
        const name = fullName ?? '';
        const given = { target: id, name, start };
        return (
          <Line
            key={id}
            title={`${name} · ${label('childRelation', relation)}`}
            faded={state === 'rejected'}
            facts={[
              label('relationshipState', state),
              whereabouts,
              ...assessments.map(
                ({ suitability, institution, occurredAt }) =>
                  `${label('suitability', suitability)} (${institution}, ${formatInstant(occurredAt, zone, i18n.language)})`,
              ),
            ]}
            text={[proof, assessments.at(-1)?.report].filter(Boolean).join('\n')}
          >
            {editable && state === 'claimed' && (
              <LineAct act={MINOR_ACTS.decideRelative} {...given} />
            )}
            {editable && state !== 'rejected' && (
              <>
                <LineAct act={MINOR_ACTS.assessFamily} {...given} />
                <LineAct act={MINOR_ACTS.reunite} {...given} />
              </>
            )}
          </Line>
        );
      })}
    </MinorPart>
  );
}

/** The way back to the family, and how the child is after it. */
export function ReunificationPart({ panel, zone, editable, start }: PartProps) {
  const { i18n } = useTranslation('minors');
  const label = useLabel();
  const at = (instant: string) => formatInstant(instant, zone, i18n.language);
  const country = (code: string) => countryName(code, i18n.language);
  if (panel.reunifications.length === 0) return null;
  return (
    <MinorPart name="reunification" empty={false} editable={editable} start={start}>
      {panel.reunifications.map((reunification) => {
        const { id, relativeId, occurredAt, followUps } = reunification;
        const relative = panel.relatives.find((r) => r.id === relativeId)?.fullName;
        return (
          <Line
            key={id}
            title={[relative, at(occurredAt)].filter(Boolean).join(' · ')}
            facts={[
              `${country(reunification.fromCountry)} → ${country(reunification.toCountry)}`,
              reunification.institution,
              ...followUps.map(
                ({ finding, occurredAt: on }) =>
                  `${label('reunificationFinding', finding)} (${at(on)})`,
              ),
            ]}
            text={reunification.plan}
          >
            {editable && (
              <LineAct act={MINOR_ACTS.followUp} target={id} name={at(occurredAt)} start={start} />
            )}
          </Line>
        );
      })}
    </MinorPart>
  );
}
