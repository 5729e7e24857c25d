import { Temporal } from '@js-temporal/polyfill';
import type { Duty } from './duty';
import { planLadder, rungsFrom } from './escalation-ladder';
import { putOff } from './snooze';
import type { DutySpan, Escalation, PlannedReminder } from './escalation-ladder';
import { firstInstantOf, localDayOf, type WorkingCalendar } from './local-days';
import type {
  ChangedObligation,
  ObligationState,
  Reconciliation,
  StoredObligation,
} from './obligation';

export interface Setting {
  now: Temporal.Instant;
  /** Code of what happened, e.g. `visit_recorded`, `policy_changed`. */
  why: string;
  /** The post that answers for the case now. */
  postId: string;
  escalation: Escalation;
  calendar: WorkingCalendar;
  zone: string;
}

const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) < 0;
const same = (a: Temporal.Instant | null, b: Temporal.Instant | null): boolean =>
  a === null || b === null ? a === b : a.equals(b);
const identity = ({ kind, anchor }: { kind: string; anchor: string }): string =>
  `${kind} ${anchor}`;

/**
 * What must be written so that the register says what the facts say. A second run over its own
 * result changes nothing. Duties that are no longer planned are cancelled; ended ones keep the due
 * instant that was in force, so that a later policy never judges what is past.
 */
export function reconcile(
  stored: readonly StoredObligation[],
  desired: readonly Duty[],
  setting: Setting,
): Reconciliation {
  const result: Reconciliation = {
    inserted: [],
    changed: [],
    planned: [],
    moved: [],
    voided: [],
    open: [],
  };
  const wanted = new Map(desired.map((duty) => [identity(duty), inMilliseconds(duty)]));
  if (wanted.size !== desired.length) throw new RangeError('two duties of one kind and anchor');
  const known = new Set(stored.map(identity));
  for (const [id, duty] of wanted) if (!known.has(id)) insert(duty, setting, result);
  for (const row of stored) update(row, wanted.get(identity(row)), setting, result);
  result.open.sort((a, b) => Temporal.Instant.compare(a.due, b.due));
  return result;
}

const whole = (instant: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(instant.epochMilliseconds);

/** The register keeps milliseconds: what comes back must equal what went in. */
const inMilliseconds = (duty: Duty): Duty => ({
  ...duty,
  startsAt: whole(duty.startsAt),
  due: whole(duty.due),
  ...(duty.metAt && { metAt: whole(duty.metAt) }),
});

function insert(duty: Duty, setting: Setting, result: Reconciliation): void {
  const breachedAt = breachOf(duty.state, duty.due, duty.metAt ?? null, setting.now);
  result.inserted.push({ duty, breachedAt, reminders: remindersOf(duty, setting) });
  if (duty.state === 'open') {
    result.open.push({ kind: duty.kind, tier: duty.tier ?? 'standard', due: duty.due });
  }
}

function update(
  stored: StoredObligation,
  duty: Duty | undefined,
  setting: Setting,
  result: Reconciliation,
): void {
  const next = nextState(stored, duty, setting);
  const changed = changeOf(stored, next, setting.why);
  if (changed) result.changed.push(changed);
  const heard = stored.acknowledged && same(stored.due, next.due);
  const { startsAt, due } = next;
  const wanted =
    next.state !== 'open' || heard || !duty
      ? []
      : remindersOf(
          { state: 'open', startsAt, due, rule: duty.rule },
          setting,
          stored.snoozedUntil,
        );
  reconcileReminders(stored, next.due, wanted, result);
  if (next.state === 'open') {
    result.open.push({ kind: stored.kind, tier: stored.tier, due: next.due });
  }
}

function nextState(
  stored: StoredObligation,
  duty: Duty | undefined,
  setting: Setting,
): ObligationState {
  if (!duty) return stored.state === 'open' ? cancelled(stored, setting) : stored;
  if (duty.state === 'cancelled' && stored.state === 'cancelled') return stored;
  const open = duty.state === 'open';
  const due = open ? movedDue(stored, duty, setting) : stored.due;
  const metAt = duty.metAt ?? null;
  return {
    postId: open ? setting.postId : stored.postId,
    startsAt: open ? duty.startsAt : stored.startsAt,
    due,
    state: duty.state,
    metAt,
    metBy: duty.metBy ?? null,
    why: duty.why ?? null,
    breachedAt: stored.breachedAt ?? breachOf(duty.state, due, metAt, setting.now),
  };
}

const cancelled = (stored: StoredObligation, { now }: Setting): ObligationState => ({
  ...stored,
  state: 'cancelled',
  metAt: now,
  metBy: null,
  why: 'no_longer_due',
  breachedAt: stored.breachedAt ?? breachOf('cancelled', stored.due, now, now),
});

/**
 * A breach is a due instant that passed unmet: by the time in the world for what is met late, by the
 * clock for what is still open. Once stored it stays for ever (rules §3).
 */
function breachOf(
  state: Duty['state'],
  due: Temporal.Instant,
  endedAt: Temporal.Instant | null,
  now: Temporal.Instant,
): Temporal.Instant | null {
  if (state === 'open') return isBefore(now, due) ? null : due;
  return endedAt !== null && isBefore(due, endedAt) ? due : null;
}

/**
 * The due instant of an open duty that is planned again. A rule or a fact that became stricter may
 * bring it forward, but not into the past: nobody is late for what was not yet asked. Such a duty is
 * due by the end of today if it runs in days, and keeps its instant if it runs in hours.
 */
function movedDue(stored: StoredObligation, duty: Duty, setting: Setting): Temporal.Instant {
  const { now, zone } = setting;
  if (!isBefore(duty.due, stored.due) || !isBefore(duty.due, now)) return duty.due;
  if (duty.rule.unit === 'hours') return stored.due;
  const endOfToday = firstInstantOf(localDayOf(now, zone) + 1, zone);
  return isBefore(stored.due, endOfToday) ? stored.due : endOfToday;
}

function changeOf(
  stored: StoredObligation,
  next: ObligationState,
  why: string,
): ChangedObligation | null {
  const told = !same(stored.due, next.due) || stored.state !== next.state;
  const silent =
    stored.postId === next.postId &&
    stored.metBy === next.metBy &&
    stored.why === next.why &&
    same(stored.startsAt, next.startsAt) &&
    same(stored.metAt, next.metAt) &&
    same(stored.breachedAt, next.breachedAt);
  if (!told && silent) return null;
  const change = {
    why: stored.state === next.state ? why : (next.why ?? why),
    oldDue: stored.due,
    newDue: next.due,
    oldState: stored.state,
    newState: next.state,
  };
  return { stored, next, change: told ? change : null };
}

function remindersOf(
  duty: DutySpan & Pick<Duty, 'state'>,
  setting: Setting,
  snoozedUntil: Temporal.Instant | null = null,
): PlannedReminder[] {
  if (duty.state !== 'open') return [];
  const ladder = planLadder(duty, setting.escalation, setting.calendar, setting.zone);
  return rungsFrom(setting.now, putOff(ladder, duty.due, snoozedUntil));
}

/** One reminder per rung and due instant, for ever: sent ones are never planned again. */
function reconcileReminders(
  stored: StoredObligation,
  due: Temporal.Instant,
  wanted: readonly PlannedReminder[],
  result: Reconciliation,
): void {
  const current = new Map(
    stored.reminders.filter((r) => same(r.due, due)).map((r) => [r.rung, r] as const),
  );
  const rungs = new Set(wanted.map((r) => r.rung));
  for (const reminder of stored.reminders) {
    const pending = reminder.state === 'planned' || reminder.state === 'queued';
    if (pending && !(same(reminder.due, due) && rungs.has(reminder.rung))) {
      result.voided.push(reminder.id);
    }
  }
  for (const reminder of wanted) {
    const known = current.get(reminder.rung);
    if (!known || known.state === 'void') result.planned.push({ stored, due, reminder });
    else if (known.state === 'planned' && !same(known.sendAt, reminder.sendAt)) {
      result.moved.push({ id: known.id, sendAt: reminder.sendAt });
    }
  }
}
