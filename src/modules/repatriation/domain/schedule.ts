import { Temporal } from '@js-temporal/polyfill';
import type { Labels } from '../../../platform/i18n/bilingual';

type Day = Temporal.PlainDate;

export const STEP_STATES = ['pending', 'in_progress', 'done', 'not_needed'] as const;
export type StepState = (typeof STEP_STATES)[number];
export const STEP_STATE_LABELS: Labels<StepState> = {
  pending: { es: 'Pendiente', en: 'Pending' },
  in_progress: { es: 'En curso', en: 'In progress' },
  done: { es: 'Hecho', en: 'Done' },
  not_needed: { es: 'No hace falta', en: 'Not needed' },
};
/** Where a step may go from where it is. */
export const STEP_TRANSITIONS: Readonly<Record<StepState, readonly StepState[]>> = {
  pending: ['in_progress', 'done', 'not_needed'],
  in_progress: ['done', 'not_needed'],
  done: [],
  not_needed: [],
};

/** A step of the plan. Days are calendar days at the post; a step of 0 days is a mere moment. */
export interface PlanStep {
  code: string;
  /** Whole days it takes, 0 or more. */
  days: number;
  /** Codes of the steps that end before it begins. */
  after: readonly string[];
  state: StepState;
  /** Somebody moved it: it does not begin earlier. */
  notBefore: Day | null;
  startedOn: Day | null;
  endedOn: Day | null;
}

/** When a step may begin and end, and by how many days it may slip without moving the end. */
export interface ScheduledStep {
  code: string;
  earliestStart: Day;
  earliestEnd: Day;
  latestStart: Day;
  latestEnd: Day;
  slackDays: number;
  critical: boolean;
}

/** The step that ends with the arrival in Peru, in whichever plan has one. */
export const ARRIVAL_STEP = 'arrival_confirmed';

export interface Schedule {
  /** Each step after those on which it depends. */
  steps: ScheduledStep[];
  /** The end of the longest path to the arrival; null in a plan without one. */
  arrival: Day | null;
  /** The end of the longest path of all; null without steps. */
  end: Day | null;
}

export interface ScheduleChange {
  code: string;
  from: { start: Day; end: Day };
  to: { start: Day; end: Day };
}

export type PlanFault = 'STEP_CYCLE' | 'UNKNOWN_STEP' | 'REPEATED_STEP' | 'LENGTH_OF_STEP';

/** A plan that cannot be laid out in time, with the steps at fault. */
export class PlanRefused extends Error {
  constructor(
    readonly fault: PlanFault,
    readonly codes: readonly string[],
  ) {
    super(`${fault}: ${codes.join(', ')}`);
  }
}

const compare = Temporal.PlainDate.compare;
const latest = (days: readonly Day[]): Day => days.reduce((a, b) => (compare(a, b) >= 0 ? a : b));
const earliest = (days: readonly Day[]): Day => days.reduce((a, b) => (compare(a, b) <= 0 ? a : b));
/** Done or found not to be needed. */
export const isOver = ({ state }: { state: StepState }): boolean =>
  state === 'done' || state === 'not_needed';

/**
 * The steps, each after its predecessors, equals in the order given.
 * Throws `PlanRefused` for a cycle, a repeated or unknown code, and a length that is no whole number.
 */
export function inOrder<Step extends Pick<PlanStep, 'code' | 'days' | 'after'>>(
  steps: readonly Step[],
): Step[] {
  const codes = new Set(steps.map(({ code }) => code));
  const fault = (kind: PlanFault, wrong: readonly Step[]) => {
    if (wrong.length > 0) {
      throw new PlanRefused(
        kind,
        wrong.map(({ code }) => code),
      );
    }
  };
  fault(
    'REPEATED_STEP',
    steps.filter(({ code }, i) => steps.findIndex((s) => s.code === code) !== i),
  );
  fault(
    'UNKNOWN_STEP',
    steps.filter(({ after }) => after.some((code) => !codes.has(code))),
  );
  fault(
    'LENGTH_OF_STEP',
    steps.filter(({ days }) => !Number.isInteger(days) || days < 0),
  );
  const ordered: Step[] = [];
  const placed = new Set<string>();
  let waiting = [...steps];
  while (waiting.length > 0) {
    const ready = waiting.filter(({ after }) => after.every((code) => placed.has(code)));
    if (ready.length === 0) fault('STEP_CYCLE', waiting);
    for (const step of ready) {
      ordered.push(step);
      placed.add(step.code);
    }
    waiting = waiting.filter(({ code }) => !placed.has(code));
  }
  return ordered;
}

interface Span {
  start: Day;
  end: Day;
}

/** What is over stands where it happened; what is not begins today at the earliest. */
function spanOf(step: PlanStep, ended: readonly Day[], today: Day): Span {
  const free = latest([...ended, today]);
  if (isOver(step)) {
    const end = step.endedOn ?? (ended.length > 0 ? latest(ended) : today);
    const start = step.state === 'done' ? earliest([step.startedOn ?? end, end]) : end;
    return { start, end };
  }
  if (step.state === 'in_progress' && step.startedOn) {
    const end = latest([step.startedOn.add({ days: step.days }), free]);
    return { start: step.startedOn, end };
  }
  const start = step.notBefore ? latest([free, step.notBefore]) : free;
  return { start, end: start.add({ days: step.days }) };
}

/**
 * Critical path: the earliest and latest days of every step, its slack in days (how far it may slip
 * without moving the end of the plan), whether it is critical, and the predicted arrival. `today` is
 * the day at the post. Throws `PlanRefused`.
 */
export function schedule(steps: readonly PlanStep[], today: Day): Schedule {
  const ordered = inOrder(steps);
  const spans = new Map<string, Span>();
  for (const step of ordered) {
    const ended = step.after.map((code) => spans.get(code)!.end);
    spans.set(step.code, spanOf(step, ended, today));
  }
  if (ordered.length === 0) return { steps: [], arrival: null, end: null };
  const planEnd = latest([...spans.values()].map(({ end }) => end));
  const latestEnds = new Map<string, Day>();
  for (const step of [...ordered].reverse()) {
    const followers = ordered.filter((s) => s.after.includes(step.code) && !isOver(s));
    const limits = followers.map((s) =>
      latestEnds.get(s.code)!.subtract({ days: s.state === 'in_progress' ? 0 : s.days }),
    );
    latestEnds.set(step.code, earliest([...limits, planEnd]));
  }
  const scheduled = ordered.map((step): ScheduledStep => {
    const { start, end } = spans.get(step.code)!;
    const latestEnd = isOver(step) ? end : latest([latestEnds.get(step.code)!, end]);
    const slackDays = end.until(latestEnd, { largestUnit: 'days' }).days;
    return {
      code: step.code,
      earliestStart: start,
      earliestEnd: end,
      latestStart: start.add({ days: slackDays }),
      latestEnd,
      slackDays,
      critical: slackDays === 0 && !isOver(step),
    };
  });
  return { steps: scheduled, arrival: spans.get(ARRIVAL_STEP)?.end ?? null, end: planEnd };
}

/** A step of a case as the schedule reads it. */
export const planned = ({
  notBeforeOn,
  ...step
}: Omit<PlanStep, 'notBefore'> & { notBeforeOn: Day | null }): PlanStep => ({
  ...step,
  notBefore: notBeforeOn,
});

/** The steps with one of them not before `day`. Throws `PlanRefused` for a step that is not there. */
export function moved(steps: readonly PlanStep[], code: string, day: Day): PlanStep[] {
  if (!steps.some((step) => step.code === code)) throw new PlanRefused('UNKNOWN_STEP', [code]);
  return steps.map((step) => (step.code === code ? { ...step, notBefore: day } : step));
}

/** What a move does: old and new days of every step, and the arrival before and after. */
export function previewMove(
  steps: readonly PlanStep[],
  code: string,
  day: Day,
  today: Day,
): { changes: ScheduleChange[]; arrival: { from: Day | null; to: Day | null } } {
  const before = schedule(steps, today);
  const after = schedule(moved(steps, code, day), today);
  const spans = new Map(after.steps.map((step) => [step.code, step]));
  return {
    changes: before.steps.map((old) => {
      const next = spans.get(old.code)!;
      return {
        code: old.code,
        from: { start: old.earliestStart, end: old.earliestEnd },
        to: { start: next.earliestStart, end: next.earliestEnd },
      };
    }),
    arrival: { from: before.arrival, to: after.arrival },
  };
}
