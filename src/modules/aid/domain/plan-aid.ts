import type { Temporal } from '@js-temporal/polyfill';
import { durationOf, openDuty, type CommonDutyPlanner } from '../../obligations';
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
}

export const AID_DUTIES = [
  'aid_endorsement',
  'aid_review',
  'aid_resolution',
  'aid_payment',
  'aid_accounting',
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

/** Each stage of each request runs its own clock until the next begins (lengths: default). */
export const aidPlanner: CommonDutyPlanner<readonly AidStageFact[]> = {
  name: 'aid',
  kinds: [...AID_DUTIES],
  ofHeadquarters: OF_HEADQUARTERS,
  plan: (stages, policy, calendar, zone) =>
    stages.flatMap((stage) => {
      const kind = stage.kind === 'request' ? DUTY_OF_STATE[stage.state] : undefined;
      if (!kind) return [];
      const next = stages.find(
        (other) =>
          other.requestId === stage.requestId && stages.indexOf(other) > stages.indexOf(stage),
      );
      const rule = durationOf(policy, kind);
      const duty = openDuty(kind, stage.id, stage.since, rule, calendar, zone);
      return [next ? { ...duty, state: 'met' as const, metAt: next.since, metBy: next.id } : duty];
    }),
};
