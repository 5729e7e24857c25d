import { Temporal } from '@js-temporal/polyfill';
import { dutyBefore, metBy, type Duty, type DutyEnd } from '../../obligations';
import { lastDayOfTheYear, type AbductionStep } from './abduction';
import type { AbductionFact } from './minor-facts';
import type { Ground } from './plan-minor';

export const ABDUCTION_DUTIES = [
  'hague_decision',
  'hague_one_year',
  'abduction_demarche',
  'note_verbale_reply',
] as const;

type Step = AbductionFact['steps'][number];

const byDay = (steps: readonly Step[]): Step[] =>
  [...steps].sort((a, b) => Temporal.PlainDate.compare(a.on, b.on) || a.id.localeCompare(b.id));

/** Over for the child: nothing more is asked of either State. */
const ENDS: readonly AbductionStep[] = ['decision', 'child_returned'];

/**
 * The duties of an abduction. By the convention: a decision within six weeks, or the reasons for the
 * delay (art. 11; counted from the application, which is never later than the proceedings), and
 * proceedings before a year has passed (art. 12). Else a démarche, and its answer or the next one.
 */
export function planAbduction(abduction: AbductionFact, ground: Ground): Duty[] {
  const { id, route, replacedAt } = abduction;
  const steps = byDay(abduction.steps);
  const at = ({ on }: Step) => on.toZonedDateTime(ground.zone).toInstant();
  const firstOf = (kinds: readonly AbductionStep[], since?: Step): Step | undefined =>
    steps.find(
      (s) => kinds.includes(s.step) && (!since || steps.indexOf(s) > steps.indexOf(since)),
    );
  const ends = (startsAt: Temporal.Instant | undefined, met: Step | undefined): DutyEnd | null => {
    if (met) return metBy(met.id, at(met), startsAt);
    if (!replacedAt) return null;
    const over = metBy(id, replacedAt, startsAt);
    return { ...over, state: 'cancelled', why: 'abduction_replaced' };
  };
  if (route === 'hague_1980') {
    const application = firstOf(['application_filed']);
    const begun = firstOf(['proceedings_begun', ...ENDS]);
    const decision = () => {
      const startsAt = at(application!);
      const end = ends(startsAt, firstOf(['reasons_requested', ...ENDS], application));
      return ground.open('hague_decision', id, startsAt, end);
    };
    const kind = 'hague_one_year';
    const year = dutyBefore(
      {
        kind,
        anchor: id,
        lastDay: lastDayOfTheYear(abduction.takenOn),
        lead: ground.leadOf(kind),
        notBefore: abduction.takenOn,
      },
      ends(undefined, begun),
      ground.calendar,
      ground.zone,
    );
    return application ? [decision(), year] : [year];
  }
  const first = firstOf(['demarche', ...ENDS]);
  const { toldAt } = abduction;
  return [
    ground.open('abduction_demarche', id, toldAt, ends(toldAt, first)),
    ...steps
      .filter(({ step }) => step === 'demarche')
      .map((demarche) => {
        const answer = firstOf(['demarche_answered', 'demarche', ...ENDS], demarche);
        const end = ends(at(demarche), answer);
        return ground.open('note_verbale_reply', demarche.id, at(demarche), end);
      }),
  ];
}
