import { useTranslation } from 'react-i18next';
import type { MinorPanel } from '../../api/minors';
import { useLabel } from '../../i18n/use-label';
import { countryName, formatDay, formatInstant } from '../../time/format';
import type { Known } from '../../ui/family-act';
import { Line } from '../../ui/part';
import { MINOR_ACTS } from './acts';
import { LineAct, MinorPart, type PartProps } from './parts';

type Care = MinorPanel['care'][number];

/** The care of a State: its order, hearings and what passes with the authority. */
export function CarePart({ panel, zone, editable, start }: PartProps) {
  const { t, i18n } = useTranslation('minors');
  const label = useLabel();
  return (
    <MinorPart
      name="care"
      empty={panel.care.length === 0}
      act={MINOR_ACTS.care}
      editable={editable}
      start={start}
    >
      {panel.care.map((care) => {
        const { id, endedAt, authority } = care;
        const given = { target: id, name: authority, start };
        return (
          <Line
            key={id}
            title={authority}
            faded={endedAt !== null}
            facts={[
              care.number,
              t('since', { day: formatDay(care.since, i18n.language) }),
              label('placement', care.placement),
              endedAt && label('careOutcome', care.outcome),
            ]}
            text={[care.placementNote, care.outcomeNote].filter(Boolean).join('\n')}
          >
            <CareCourse care={care} zone={zone} editable={editable} start={start} />
            {editable && !endedAt && (
              <>
                <LineAct act={MINOR_ACTS.hearing} {...given} />
                <LineAct act={MINOR_ACTS.careStep} {...given} />
                <LineAct act={MINOR_ACTS.endCare} {...given} />
              </>
            )}
          </Line>
        );
      })}
    </MinorPart>
  );
}

function CareCourse({ care, zone, editable, start }: Omit<PartProps, 'panel'> & { care: Care }) {
  const { t, i18n } = useTranslation('minors');
  const label = useLabel();
  if (care.hearings.length === 0 && care.steps.length === 0) return null;
  return (
    <ul className="plain-list" style={{ width: '100%' }}>
      {care.hearings.map(({ id, heldAt, court, outcome, note }) => {
        const at = formatInstant(heldAt, zone, i18n.language);
        return (
          <Line
            key={id}
            title={t('hearingAt', { at })}
            facts={[court, outcome && label('careHearingOutcome', outcome)]}
            text={note}
          >
            {editable && !outcome && (
              <LineAct act={MINOR_ACTS.noteHearing} target={id} name={at} start={start} />
            )}
          </Line>
        );
      })}
      {care.steps.map(({ id, step, takenOn, authority, note }) => (
        <Line
          key={id}
          title={label('careStep', step)}
          facts={[formatDay(takenOn, i18n.language), authority]}
          text={note}
        />
      ))}
    </ul>
  );
}

const known = (abduction: MinorPanel['abductions'][number]): Known => ({
  kind: abduction.kind,
  takenOn: abduction.takenOn,
  fromCountry: abduction.fromCountry,
  toCountry: abduction.toCountry,
  foreignAuthority: abduction.foreignAuthority,
  note: abduction.note,
});

/** The child was taken to another State: by which route it is claimed, and how far that is. */
export function AbductionPart({ panel, editable, start }: PartProps) {
  const { t, i18n } = useTranslation('minors');
  const label = useLabel();
  return (
    <MinorPart
      name="abduction"
      empty={panel.abductions.length === 0}
      act={MINOR_ACTS.abduction}
      editable={editable}
      start={start}
    >
      {panel.abductions.map((abduction) => {
        const { id, replaced, steps } = abduction;
        const name = label('abductionKind', abduction.kind);
        const country = (code: string) => countryName(code, i18n.language);
        return (
          <Line
            key={id}
            title={`${name} · ${label('abductionRoute', abduction.route)}`}
            faded={replaced}
            facts={[
              formatDay(abduction.takenOn, i18n.language),
              `${country(abduction.fromCountry)} → ${country(abduction.toCountry)}`,
              abduction.peruvianAuthority,
              abduction.foreignAuthority,
              replaced && t('replaced'),
            ]}
            text={abduction.note}
          >
            {steps.length > 0 && (
              <ul className="plain-list" style={{ width: '100%' }}>
                {steps.map((step) => (
                  <Line
                    key={step.id}
                    title={label('abductionStep', step.step)}
                    facts={[
                      formatDay(step.takenOn, i18n.language),
                      step.decision && label('abductionDecision', step.decision),
                      step.authority,
                    ]}
                    text={step.note}
                  />
                ))}
              </ul>
            )}
            {editable && !replaced && (
              <>
                <LineAct act={MINOR_ACTS.abductionStep} target={id} name={name} start={start} />
                <LineAct
                  act={MINOR_ACTS.correctAbduction}
                  target={id}
                  name={name}
                  known={known(abduction)}
                  start={start}
                />
              </>
            )}
          </Line>
        );
      })}
    </MinorPart>
  );
}
