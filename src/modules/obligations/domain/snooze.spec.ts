import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import type { PlannedReminder } from './escalation-ladder';
import { RUNG_RECIPIENTS } from './policy';
import { putOff, snoozeRefusal, type SnoozableDuty } from './snooze';

const at = (hours: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(1_772_442_000_000 + hours * 3_600_000);
const duty = (more: Partial<SnoozableDuty> = {}): SnoozableDuty => ({
  welfare: false,
  unit: 'days',
  due: at(100),
  breached: false,
  ...more,
});
const instant = fc.integer({ min: -200, max: 400 }).map(at);
const ladder = fc
  .array(fc.record({ recipient: fc.constantFrom(...RUNG_RECIPIENTS), sendAt: instant }), {
    maxLength: 8,
  })
  .map((steps): PlannedReminder[] =>
    steps
      .map((step, i) => ({ ...step, rung: `rung_${i}` }))
      .sort((a, b) => Temporal.Instant.compare(a.sendAt, b.sendAt)),
  );

describe('putting off reminders', () => {
  it.each([
    [duty(), null],
    [duty({ welfare: true }), 'SNOOZE_WELFARE_DUTY'],
    [duty({ unit: 'hours' }), 'SNOOZE_HOURS_DUTY'],
    [duty({ breached: true }), 'SNOOZE_BREACH'],
    [duty({ due: at(0) }), 'SNOOZE_BREACH'],
    [duty({ due: at(48) }), 'SNOOZE_PAST_DUE'],
    [duty({ due: at(49) }), null],
  ])('judges %#', (asked, refusal) => {
    expect(snoozeRefusal(asked, at(48), at(0))).toBe(refusal);
  });

  it('never lets a welfare duty or a breach wait, whatever else', () => {
    fc.assert(
      fc.property(
        fc.record({
          welfare: fc.boolean(),
          unit: fc.constantFrom('hours', 'days', 'business_days'),
          due: instant,
          breached: fc.boolean(),
        }),
        instant,
        instant,
        (asked, until, now) => {
          const refusal = snoozeRefusal(asked as SnoozableDuty, until, now);
          if (asked.welfare || asked.breached) expect(refusal).not.toBeNull();
        },
      ),
    );
  });

  it('keeps every rung at the due instant, after it, and to anyone but the officer', () => {
    fc.assert(
      fc.property(ladder, instant, instant, (steps, due, until) => {
        const kept = putOff(steps, due, until);
        for (const step of steps) {
          const late = Temporal.Instant.compare(step.sendAt, due) >= 0;
          if (late || step.recipient !== 'officer') expect(kept).toContain(step);
        }
      }),
    );
  });

  it('tells the officer nothing before, and once at the end, when that is before the due instant', () => {
    fc.assert(
      fc.property(ladder, instant, instant, (steps, due, until) => {
        fc.pre(Temporal.Instant.compare(until, due) < 0);
        const kept = putOff(steps, due, until).filter((s) => s.recipient === 'officer');
        expect(kept.every((s) => Temporal.Instant.compare(s.sendAt, until) >= 0)).toBe(true);
        expect(kept.filter((s) => s.sendAt.equals(until))).toHaveLength(1);
      }),
    );
  });

  it('changes nothing without a date, and nothing for a date past due', () => {
    fc.assert(
      fc.property(ladder, instant, (steps, due) => {
        expect(putOff(steps, due, null)).toBe(steps);
        expect(putOff(steps, due, due)).toBe(steps);
      }),
    );
  });
});
