import { Temporal } from '@js-temporal/polyfill';
import { FIRST_POLICY } from '../../migrations/1764000000401-seed-obligation-policy';
import { openDuty, type Duty } from '../../src/modules/obligations/domain/duty';
import type { DurationRule } from '../../src/modules/obligations/domain/duration-rule';
import type { WorkingCalendar } from '../../src/modules/obligations/domain/local-days';
import type {
  ObligationState,
  Reconciliation,
  StoredObligation,
} from '../../src/modules/obligations/domain/obligation';
import { policySchema, type Policy } from '../../src/modules/obligations/domain/policy';
import type { Setting } from '../../src/modules/obligations/domain/reconcile';
import { newId } from '../../src/platform/ids';

export const firstPolicy = (): Policy => ({ ...policySchema.parse(FIRST_POLICY), version: 1 });

export const instant = (iso: string): Temporal.Instant => Temporal.Instant.from(iso);

/** Monday to Friday, save the named dates. */
export const weekdaysBut = (...holidays: string[]): WorkingCalendar => ({
  isWorkingDay: (day) => day.dayOfWeek <= 5 && !holidays.includes(day.toString()),
});

export const hours = (value: number): DurationRule => ({ unit: 'hours', value });
export const days = (value: number): DurationRule => ({ unit: 'days', value });
export const businessDays = (value: number): DurationRule => ({ unit: 'business_days', value });

/** A setting in Madrid on an ordinary Monday. */
export const setting = (more: Partial<Setting> = {}): Setting => ({
  now: instant('2026-03-02T09:00:00Z'),
  why: 'test',
  postId: 'post',
  escalation: firstPolicy().escalation,
  calendar: weekdaysBut(),
  zone: 'Europe/Madrid',
  ...more,
});

export const aDuty = (
  { calendar, zone, now }: Setting,
  {
    rule = hours(24),
    startsAt = now,
    kind = 'first_contact',
    anchor = 'notice',
    ...rest
  }: Partial<Duty> = {},
): Duty => ({ ...openDuty(kind, anchor, startsAt, rule, calendar, zone), ...rest });

/** What the register holds after a reconciliation is written, as the database would keep it. */
export function written(
  before: readonly StoredObligation[],
  result: Reconciliation,
  postId = 'post',
): StoredObligation[] {
  const changed = new Map(result.changed.map(({ stored, next }) => [stored.id, next]));
  const kept = before.map((row) => applied(row, changed.get(row.id), result));
  const inserted = result.inserted.map(({ duty, breachedAt, reminders }): StoredObligation => ({
    id: newId(),
    kind: duty.kind,
    anchor: duty.anchor,
    postId,
    tier: duty.tier ?? 'standard',
    startsAt: duty.startsAt,
    due: duty.due,
    state: duty.state,
    metAt: duty.metAt ?? null,
    metBy: duty.metBy ?? null,
    why: duty.why ?? null,
    breachedAt,
    acknowledged: false,
    snoozedUntil: null,
    reminders: reminders.map((r) => ({ ...r, id: newId(), due: duty.due, state: 'planned' })),
  }));
  return [...kept, ...inserted];
}

function applied(
  row: StoredObligation,
  next: ObligationState | undefined,
  result: Reconciliation,
): StoredObligation {
  const moved = new Map(result.moved.map(({ id, sendAt }) => [id, sendAt]));
  const added = result.planned.filter(({ stored }) => stored.id === row.id);
  const same = (a: { rung: string; due: Temporal.Instant }, rung: string, due: Temporal.Instant) =>
    a.rung === rung && a.due.equals(due);
  const kept = row.reminders.map((reminder) => {
    const revived = added.find((a) => same(reminder, a.reminder.rung, a.due));
    if (revived) return { ...reminder, ...revived.reminder, state: 'planned' as const };
    if (result.voided.includes(reminder.id)) return { ...reminder, state: 'void' as const };
    return { ...reminder, sendAt: moved.get(reminder.id) ?? reminder.sendAt };
  });
  const fresh = added
    .filter((a) => !row.reminders.some((r) => same(r, a.reminder.rung, a.due)))
    .map((a) => ({ ...a.reminder, id: newId(), due: a.due, state: 'planned' as const }));
  return {
    ...row,
    ...next,
    breachedAt: row.breachedAt ?? next?.breachedAt ?? null,
    acknowledged: row.acknowledged && (!next || next.due.equals(row.due)),
    reminders: [...kept, ...fresh],
  };
}
