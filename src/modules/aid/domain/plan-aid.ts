import type { Temporal } from '@js-temporal/polyfill';
import {
  durationOf,
  dutyBefore,
  metBy,
  openDuty,
  type CommonDutyPlanner,
  type Duty,
  type WorkingCalendar,
} from '../../obligations';
import { UNACCOUNTED, type AdvanceFact } from './advance';
import type { AidState } from './aid';

/** A state that a request entered, in order. */
export interface AidStageFact {
  /** Of the decision that led there. */
  id: string;
  requestId: string;
  programme: 'palh' | 'pah';
  kind: 'attention' | 'request';
  state: AidState;
  since: Temporal.Instant;
  /** Of the request; null: its expense was known when it was paid. */
  advance: AdvanceFact | null;
}

export const AID_DUTIES = [
  'aid_endorsement',
  'aid_review',
  'aid_resolution',
  'aid_payment',
  'aid_accounting',
  'aid_rendition',
  'aid_regularisation',
  'aid_answer',
  'aid_settlement',
] as const;
type AidDuty = (typeof AID_DUTIES)[number];
const OF_HEADQUARTERS: readonly AidDuty[] = [
  'aid_review',
  'aid_resolution',
  'aid_regularisation',
  'aid_settlement',
];

/** Whom each state waits for. */
const DUTY_OF_STATE: Partial<Record<AidState, AidDuty>> = {
  assessed: 'aid_endorsement',
  endorsed: 'aid_review',
  reviewed: 'aid_resolution',
  committed: 'aid_payment',
  paid: 'aid_accounting',
  regularised: 'aid_accounting',
  paid_urgent: 'aid_regularisation',
  observed: 'aid_answer',
  accounted: 'aid_settlement',
};

const after = (stages: readonly AidStageFact[], stage: AidStageFact): AidStageFact[] =>
  stages.slice(stages.indexOf(stage) + 1).filter(({ requestId }) => requestId === stage.requestId);

/** An advance runs from the day on which it was handed over to the day that was told, whatever follows. */
function renditionOf(
  stages: readonly AidStageFact[],
  stage: AidStageFact,
  calendar: WorkingCalendar,
  zone: string,
): Duty[] {
  const { advance } = stage;
  // a payment that was urgent is regularised later: the same advance
  if (!advance || (stage.state !== 'paid' && stage.state !== 'paid_urgent')) return [];
  const { paidOn, dueOn } = advance;
  const lead = paidOn.until(dueOn).days;
  const day = { kind: 'aid_rendition', anchor: stage.id, lastDay: dueOn, lead };
  const accounted = after(stages, stage).find(({ state }) => !UNACCOUNTED.includes(state));
  return [dutyBefore(day, accounted ? metBy(accounted.id, accounted.since) : null, calendar, zone)];
}

/** What a stage waits for: an advance waits for its rendition, on a clock of its own. */
const dutyOf = ({ kind, state, advance }: AidStageFact): AidDuty | undefined => {
  const duty = kind === 'request' ? DUTY_OF_STATE[state] : undefined;
  return advance && duty === 'aid_accounting' ? undefined : duty;
};

/** Each stage of each request runs its own clock until the next begins (lengths: default). */
export const aidPlanner: CommonDutyPlanner<readonly AidStageFact[]> = {
  name: 'aid',
  kinds: [...AID_DUTIES],
  ofHeadquarters: OF_HEADQUARTERS,
  plan: (stages, policy, calendar, zone) =>
    stages.flatMap((stage) => {
      const renditions = renditionOf(stages, stage, calendar, zone);
      const kind = dutyOf(stage);
      if (!kind) return renditions;
      const [next] = after(stages, stage);
      const rule = durationOf(policy, kind);
      const duty = openDuty(kind, stage.id, stage.since, rule, calendar, zone);
      const end = next && ({ state: 'met', metAt: next.since, metBy: next.id } as const);
      return [...renditions, { ...duty, ...end }];
    }),
};
