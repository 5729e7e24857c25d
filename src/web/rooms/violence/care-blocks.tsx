import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ViolencePanel } from '../../api/violence';
import { useLabel } from '../../i18n/use-label';
import { formatDay, formatInstant } from '../../time/format';
import type { Known } from '../../ui/family-act';
import { VIOLENCE_ACTS, type StartViolenceAct, type ViolenceAct } from './acts';
import { Block, Line } from './block';

export interface BlockProps {
  panel: ViolencePanel;
  zone: string;
  editable: boolean;
  start: StartViolenceAct;
}

type NamedAct = 'replaceIncident' | 'renew' | 'decide' | 'end' | 'answer' | 'followUp';

interface LineActProps {
  act: ViolenceAct & { name: NamedAct };
  target: string;
  /** What it acts on, for whoever hears the button without seeing its line. */
  name: string;
  known?: Known;
  start: StartViolenceAct;
}

function LineAct({ act, target, name, known, start }: LineActProps) {
  const { t } = useTranslation('violence');
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={t(`named.${act.name}`, { name })}
      onClick={() => start(act, target, known)}
    >
      {t(`act.${act.name}`)}
    </Button>
  );
}

/** The button of a block, where the reader may. */
function useAdd(editable: boolean, start: StartViolenceAct) {
  const { t } = useTranslation('violence');
  return (act: ViolenceAct) =>
    editable ? { add: { label: t(`act.${act.name}`), run: () => start(act) } } : {};
}

/** What the corrected entry starts from. */
const known = (incident: ViolencePanel['incidents'][number]): Known => ({
  types: incident.types,
  gbvimsType: incident.gbvimsType,
  context: incident.context,
  occurredFrom: incident.occurredFrom,
  occurredTo: incident.occurredTo,
  place: incident.place,
  account: incident.account,
  aggressorRelation: incident.aggressorRelation,
  aggressorDescription: incident.aggressorDescription,
});

/** What was done to the person. What was corrected stays, faded. */
export function IncidentsBlock({ panel, editable, start }: BlockProps) {
  const { t, i18n } = useTranslation('violence');
  const label = useLabel();
  const add = useAdd(editable, start);
  const day = (on: string | null) => on && formatDay(on, i18n.language);
  return (
    <Block name="incidents" empty={panel.incidents.length === 0} {...add(VIOLENCE_ACTS.incident)}>
      {panel.incidents.map((incident) => {
        const { id, replaced } = incident;
        const title = label('gbvimsType', incident.gbvimsType);
        return (
          <Line
            key={id}
            title={title}
            faded={replaced}
            facts={[
              incident.types.map((type) => label('violenceType', type)).join(', '),
              label('incidentContext', incident.context),
              [day(incident.occurredFrom), day(incident.occurredTo)].filter(Boolean).join(' – '),
              incident.place,
              [
                incident.aggressorName,
                incident.aggressorDescription,
                label('aggressorRelation', incident.aggressorRelation),
              ]
                .filter(Boolean)
                .join(', '),
              incident.aggressorIsStaff && t('staff'),
              replaced && t('replaced'),
            ]}
            text={incident.account}
          >
            {editable && !replaced && (
              <LineAct
                act={VIOLENCE_ACTS.replaceIncident}
                target={id}
                name={title}
                known={known(incident)}
                start={start}
              />
            )}
          </Line>
        );
      })}
    </Block>
  );
}

/** What authorities ordered to protect the person. */
export function MeasuresBlock({ panel, editable, start }: BlockProps) {
  const { t, i18n } = useTranslation('violence');
  const label = useLabel();
  const add = useAdd(editable, start);
  return (
    <Block name="measures" empty={panel.measures.length === 0} {...add(VIOLENCE_ACTS.measure)}>
      {panel.measures.map((measure) => {
        const { id, kind, state, authority, number, expiresOn } = measure;
        const name = label('measureKind', kind);
        return (
          <Line
            key={id}
            title={`${name} · ${label('measureState', state)}`}
            faded={state === 'ended' || state === 'refused'}
            facts={[
              authority,
              number,
              expiresOn && `${t('expires')} ${formatDay(expiresOn, i18n.language)}`,
            ]}
            text={[measure.scope, measure.endReason].filter(Boolean).join('\n')}
          >
            {editable && state === 'requested' && (
              <LineAct act={VIOLENCE_ACTS.decide} target={id} name={name} start={start} />
            )}
            {editable && state === 'granted' && (
              <LineAct
                act={VIOLENCE_ACTS.renew}
                target={id}
                name={name}
                known={{ kind, authority }}
                start={start}
              />
            )}
            {editable && (state === 'granted' || state === 'requested') && (
              <LineAct act={VIOLENCE_ACTS.end} target={id} name={name} start={start} />
            )}
          </Line>
        );
      })}
    </Block>
  );
}

export function ChildrenBlock({ panel, editable, start }: BlockProps) {
  const label = useLabel();
  const add = useAdd(editable, start);
  return (
    <Block name="children" empty={panel.children.length === 0} {...add(VIOLENCE_ACTS.child)}>
      {panel.children.map(({ id, fullName, situation, note }) => (
        <Line
          key={id}
          title={fullName ?? ''}
          facts={[label('childSituation', situation)]}
          text={note}
        />
      ))}
    </Block>
  );
}

export function ServicesBlock({ panel, editable, start }: BlockProps) {
  const { i18n } = useTranslation('violence');
  const label = useLabel();
  const add = useAdd(editable, start);
  return (
    <Block name="services" empty={panel.services.length === 0} {...add(VIOLENCE_ACTS.service)}>
      {panel.services.map(({ id, service, state, institution, requestedOn, answeredOn, note }) => {
        const name = label('supportService', service);
        return (
          <Line
            key={id}
            title={`${name} · ${label('serviceState', state)}`}
            facts={[institution, formatDay(answeredOn ?? requestedOn, i18n.language)]}
            text={note}
          >
            {editable && state === 'requested' && (
              <LineAct act={VIOLENCE_ACTS.answer} target={id} name={name} start={start} />
            )}
          </Line>
        );
      })}
    </Block>
  );
}

/** The return to Peru, and how the person is after it. */
export function ReturnsBlock({ panel, zone, editable, start }: BlockProps) {
  const { i18n } = useTranslation('violence');
  const label = useLabel();
  const add = useAdd(editable, start);
  const at = (instant: string) => formatInstant(instant, zone, i18n.language);
  return (
    <Block name="return" empty={panel.returns.length === 0} {...add(VIOLENCE_ACTS.return)}>
      {panel.returns.map(({ id, returnedAt, institution, plan, followUps }) => (
        <Line
          key={id}
          title={at(returnedAt)}
          facts={[
            institution,
            ...followUps.map(
              ({ finding, occurredAt }) =>
                `${label('followUpFinding', finding)} (${at(occurredAt)})`,
            ),
          ]}
          text={plan}
        >
          {editable && (
            <LineAct act={VIOLENCE_ACTS.followUp} target={id} name={at(returnedAt)} start={start} />
          )}
        </Line>
      ))}
    </Block>
  );
}

export function OutcomesBlock({ panel, zone, editable, start }: BlockProps) {
  const { i18n } = useTranslation('violence');
  const label = useLabel();
  const add = useAdd(editable, start);
  return (
    <Block name="outcomes" empty={panel.outcomes.length === 0} {...add(VIOLENCE_ACTS.outcome)}>
      {panel.outcomes.map(({ id, outcome, occurredAt, note }) => (
        <Line
          key={id}
          title={label('assistanceOutcome', outcome)}
          facts={[formatInstant(occurredAt, zone, i18n.language)]}
          text={note}
        />
      ))}
    </Block>
  );
}
