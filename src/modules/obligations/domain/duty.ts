import type { Temporal } from '@js-temporal/polyfill';
import { dueAt, type DurationRule } from './duration-rule';
import type { WorkingCalendar } from './local-days';
import type { Policy } from './policy';

/**
 * `excused`: the duty could not be done for a reason outside the post (the authority denied access);
 * counted apart from met and breached. `cancelled`: the duty lost its reason (the person opposes
 * visits, the case closed).
 */
export const DUTY_STATES = ['open', 'met', 'excused', 'cancelled'] as const;
export type DutyState = (typeof DUTY_STATES)[number];

/** What a planner says a case owes, or owed: the same facts always give the same duties. */
export interface Duty {
  /** One of the planner's kinds, e.g. `first_visit`. */
  kind: string;
  /** Id of the fact it stems from; with the kind it identifies the duty within its case. */
  anchor: string;
  startsAt: Temporal.Instant;
  due: Temporal.Instant;
  /** The length from which `due` came; it also decides the escalation ladder. */
  rule: DurationRule;
  state: DutyState;
  /** When it was met or excused or cancelled: the time in the world, not in the register. */
  metAt?: Temporal.Instant;
  /** Id of the fact that met or excused it. */
  metBy?: string;
  /** `restricted` when the duty itself would betray a restricted part, e.g. an alleged mistreatment. */
  tier?: 'standard' | 'restricted';
  /** Code (lower_snake) of why it is excused or cancelled, e.g. `access_denied`. */
  why?: string;
}

/** An open duty that runs from `startsAt` for `rule` on the post's calendar. */
export const openDuty = (
  kind: string,
  anchor: string,
  startsAt: Temporal.Instant,
  rule: DurationRule,
  calendar: WorkingCalendar,
  zone: string,
): Duty => ({
  kind,
  anchor,
  startsAt,
  rule,
  due: dueAt(startsAt, rule, calendar, zone),
  state: 'open',
});

/** Instants of a case that are computed from its events and never typed by hand. */
export interface Milestones {
  /** First direct contact with the person, or their recorded refusal. */
  firstContactAt: Temporal.Instant | null;
  /** The newest qualifying visit, by the date on which it took place. */
  lastVisitAt: Temporal.Instant | null;
  /** Whether the case goes above all other work in every queue; absent: no. */
  comesFirst?: boolean;
}

/** The rules of one case family: pure, so that any instant can be planned again and give the same. */
export interface DutyPlanner<Facts = unknown> {
  readonly family: string;
  /** Every kind it may plan. Each needs a duration in the policy, except `visitKinds` with a table. */
  readonly kinds: readonly string[];
  /** The kinds whose open due instant is the case's next visit. */
  readonly visitKinds: readonly string[];
  /**
   * Kinds on which someone's safety hangs, whose reminders nobody may put off; `visitKinds` are among
   * them anyhow. Absent: all of them.
   */
  readonly welfareKinds?: readonly string[];
  /** False for a mere orientation, which needs no vulnerability assessment. True unless said. */
  readonly ofAttention?: boolean | ((facts: Facts) => boolean);
  /** All duties the facts give, met and excused ones included. */
  plan(facts: Facts, policy: Policy, calendar: WorkingCalendar, zone: string): Duty[];
  milestones(facts: Facts): Milestones;
}

/**
 * Duties that a case may owe whatever its family: they are added to those of the family. Pure, as
 * the family's.
 */
export interface CommonDutyPlanner<Facts = unknown> {
  /** Who plans, e.g. `service_requests`; one planner per name. */
  readonly name: string;
  /** Every kind it may plan; each needs a duration in the policy and a label. */
  readonly kinds: readonly string[];
  /** Those of `kinds` that headquarters' desk answers for: every rung of their ladder goes there. */
  readonly ofHeadquarters?: readonly string[];
  plan(facts: Facts, policy: Policy, calendar: WorkingCalendar, zone: string): Duty[];
}

/** Loads what a planner needs, inside the ambient transaction and its actor's scope. */
export interface FactsSource<Facts = unknown> {
  /**
   * Facts by case id; a case without facts of this kind is left out. A source for every case sends
   * its statement at once: it travels with those that lock and read the cases, in one round trip.
   */
  load(caseIds: readonly string[]): Promise<Map<string, Facts>>;
}
