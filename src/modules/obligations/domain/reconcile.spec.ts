import fc from 'fast-check';
import {
  aDuty,
  days,
  hours,
  instant,
  setting,
  written,
} from '../../../../test/factories/obligations';
import type { Duty } from './duty';
import { isQuiet, type StoredObligation } from './obligation';
import { reconcile, type Setting } from './reconcile';

const start = setting();
const contact = aDuty(start);
const visit = aDuty(start, { kind: 'periodic_visit', anchor: 'v1', rule: days(30) });
const metAt = (duty: Duty, iso: string): Duty => ({
  ...duty,
  state: 'met',
  metAt: instant(iso),
  metBy: '0190a000-0000-7000-8000-000000000001',
});
const run = (stored: StoredObligation[], desired: Duty[], at: Setting = start) => {
  const result = reconcile(stored, desired, at);
  return { result, after: written(stored, result, at.postId) };
};
const later = (now: string, more: Partial<Setting> = {}) => setting({ now: instant(now), ...more });

describe('reconciling the register with the facts', () => {
  it('adds a new duty with its reminders', () => {
    const { result } = run([], [contact]);
    expect(result.inserted).toHaveLength(1);
    expect(result.inserted[0]!.reminders.map((r) => r.rung)).toEqual([
      'officer_at_half',
      'head_at_due',
      'headquarters_12_hours_after',
    ]);
    expect(result.open).toEqual([{ kind: 'first_contact', tier: 'standard', due: contact.due }]);
  });

  it('tells old → new and why when a due instant moves, and plans its reminders anew', () => {
    const { after } = run([], [visit]);
    const sooner = aDuty(start, { kind: 'periodic_visit', anchor: 'v1', rule: days(14) });
    const { result } = run(
      after,
      [sooner],
      later('2026-03-03T09:00:00Z', { why: 'policy_changed' }),
    );
    expect(result.changed[0]!.change).toEqual({
      why: 'policy_changed',
      oldDue: visit.due,
      newDue: sooner.due,
      oldState: 'open',
      newState: 'open',
    });
    expect(result.voided).toHaveLength(5);
    expect(result.planned.every(({ due }) => due.equals(sooner.due))).toBe(true);
  });

  it('meets a duty and silences it', () => {
    const { after } = run([], [contact]);
    const { result } = run(
      after,
      [metAt(contact, '2026-03-02T12:00:00Z')],
      later('2026-03-02T12:30:00Z'),
    );
    expect(result.changed[0]!.next).toMatchObject({ state: 'met', breachedAt: null });
    expect(result.voided).toHaveLength(3);
    expect(result.open).toEqual([]);
  });

  it('marks what is met late and what is past due; a correction never clears it', () => {
    const { after: late } = run([], [metAt(contact, '2026-03-04T00:00:00Z')]);
    expect(late[0]!.breachedAt).toEqual(contact.due);
    const { after } = run(late, [metAt(contact, '2026-03-02T10:00:00Z')]);
    expect(after[0]!.breachedAt).toEqual(contact.due);
    const { after: overdue } = run([], [contact], later('2026-03-05T00:00:00Z'));
    expect(overdue[0]!.breachedAt).toEqual(contact.due);
  });

  it('counts what is met at its last instant as met in time', () => {
    const { after } = run([], [metAt(contact, contact.due.toString())]);
    expect(after[0]!.breachedAt).toBeNull();
  });

  it('cancels a duty that nothing asks for any more, and keeps ended ones', () => {
    const { after } = run([], [contact, metAt(visit, '2026-03-03T00:00:00Z')]);
    const { result } = run(after, []);
    expect(result.changed.map(({ next }) => [next.state, next.why])).toEqual([
      ['cancelled', 'no_longer_due'],
    ]);
  });

  it('never judges an ended duty by a later policy', () => {
    const { after } = run([], [metAt(visit, '2026-03-30T10:00:00Z')]);
    const stricter = aDuty(start, { kind: 'periodic_visit', anchor: 'v1', rule: days(7) });
    const { result } = run(
      after,
      [metAt(stricter, '2026-03-30T10:00:00Z')],
      later('2026-04-02T10:00:00Z'),
    );
    expect(isQuiet(result)).toBe(true);
  });

  it('does not let a stricter rule put a duty into the past: it is due by the end of today', () => {
    const { after } = run([], [visit]);
    const stricter = aDuty(start, { kind: 'periodic_visit', anchor: 'v1', rule: days(7) });
    const now = later('2026-03-20T15:00:00Z', { why: 'policy_changed' });
    const { result, after: moved } = run(after, [stricter], now);
    expect(moved[0]!.due.toString()).toBe('2026-03-20T23:00:00Z');
    expect(moved[0]!.breachedAt).toBeNull();
    expect(result.planned.map(({ reminder }) => reminder.rung)).toContain('officer_at_due');
    expect(isQuiet(run(moved, [stricter], later('2026-03-20T16:00:00Z')).result)).toBe(true);
    const tomorrow = run(moved, [stricter], later('2026-03-21T10:00:00Z'));
    expect(tomorrow.result.planned).toEqual([]);
    expect(tomorrow.after[0]!.due.toString()).toBe('2026-03-20T23:00:00Z');
  });

  it('lets a duty of hours keep its instant when a shorter length has already run out', () => {
    const { after } = run([], [contact]);
    const shorter = aDuty(start, { rule: hours(12) });
    const inTime = run(after, [shorter], later('2026-03-02T20:00:00Z'));
    expect(inTime.after[0]!.due).toEqual(shorter.due);
    const tooLate = run(after, [shorter], later('2026-03-03T05:00:00Z'));
    expect(tooLate.after[0]!.due).toEqual(contact.due);
    expect(tooLate.after[0]!.breachedAt).toBeNull();
  });

  it('stays silent after an acknowledgement until the due instant moves', () => {
    const { after } = run([], [visit]);
    const heard = after.map((row) => ({
      ...row,
      acknowledged: true,
      reminders: row.reminders.map((r) => ({ ...r, state: 'void' as const })),
    }));
    expect(isQuiet(run(heard, [visit]).result)).toBe(true);
    const sooner = aDuty(start, { kind: 'periodic_visit', anchor: 'v1', rule: days(14) });
    expect(run(heard, [sooner]).result.planned).not.toHaveLength(0);
  });

  it('revives an unsent rung when a due instant returns, and never repeats a sent one', () => {
    const { after: first } = run([], [visit]);
    const sent = first.map((row) => ({
      ...row,
      reminders: row.reminders.map((r, i) => ({
        ...r,
        state: i === 0 ? ('sent' as const) : r.state,
      })),
    }));
    const sooner = aDuty(start, { kind: 'periodic_visit', anchor: 'v1', rule: days(14) });
    const { after: moved } = run(sent, [sooner]);
    const { result } = run(moved, [visit]);
    const rungs = result.planned.map(({ reminder }) => reminder.rung);
    expect(rungs).toHaveLength(4);
    expect(rungs).not.toContain(sent[0]!.reminders[0]!.rung);
  });

  it('moves the hour of a reminder when only the calendar changed', () => {
    const { after } = run([], [visit]);
    const closed = {
      isWorkingDay: (day: { dayOfWeek: number; toString(): string }) =>
        day.dayOfWeek <= 5 && day.toString() !== '2026-04-02',
    };
    const { result } = run(after, [visit], setting({ calendar: closed }));
    expect(result.changed).toEqual([]);
    expect(result.moved.map(({ sendAt }) => sendAt.toString())).toEqual(['2026-04-03T06:00:00Z']);
  });

  it('gives an open duty to the post that answers for the case now; ended ones stay', () => {
    const { after } = run([], [contact, metAt(visit, '2026-03-02T10:00:00Z')]);
    const { after: moved } = run(
      after,
      [contact, metAt(visit, '2026-03-02T10:00:00Z')],
      setting({ postId: 'other' }),
    );
    expect(moved.map((row) => row.postId)).toEqual(['other', 'post']);
  });

  it('refuses two duties of one identity', () => {
    expect(() => reconcile([], [contact, contact], start)).toThrow(RangeError);
  });

  const anyDuty = fc
    .record({
      kind: fc.constantFrom('first_contact', 'periodic_visit', 'note_verbale'),
      anchor: fc.constantFrom('a', 'b', 'c'),
      rule: fc.constantFrom(hours(4), hours(48), days(7), days(30)),
      startsAt: fc.integer({ min: 0, max: 90 * 24 }).map((h) => start.now.add({ hours: h })),
      state: fc.constantFrom('open', 'met', 'excused', 'cancelled' as const),
      took: fc.integer({ min: 1, max: 2000 }),
    })
    .map(({ state, took, ...duty }): Duty => {
      const planned = aDuty(start, duty);
      return state === 'open'
        ? planned
        : { ...planned, state, metAt: planned.startsAt.add({ hours: took }) };
    });
  const anyDuties = fc.uniqueArray(anyDuty, {
    selector: ({ kind, anchor }) => `${kind} ${anchor}`,
    maxLength: 9,
  });
  const anyTime = fc
    .integer({ min: 0, max: 200 * 24 })
    .map((h) => setting({ now: start.now.add({ hours: h }) }));

  it('changes nothing on a second run over its own result', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyDuties, anyTime), { minLength: 1, maxLength: 4 }),
        (history) => {
          let rows: StoredObligation[] = [];
          for (const [desired, at] of history) {
            rows = run(rows, desired, at).after;
            if (!isQuiet(run(rows, desired, at).result)) return false;
          }
          return true;
        },
      ),
    );
  });

  it('keeps every breach, and leaves reminders only to open duties', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyDuties, anyTime), { minLength: 2, maxLength: 4 }),
        (history) => {
          let rows: StoredObligation[] = [];
          for (const [desired, at] of history) {
            const { after } = run(rows, desired, at);
            const kept = rows.every(
              (row) =>
                !row.breachedAt ||
                after.find(({ id }) => id === row.id)!.breachedAt?.equals(row.breachedAt),
            );
            const quiet = after.every(
              (row) =>
                row.state === 'open' ||
                row.reminders.every((r) => r.state === 'void' || r.state === 'sent'),
            );
            if (!kept || !quiet) return false;
            rows = after;
          }
          return true;
        },
      ),
    );
  });
});
