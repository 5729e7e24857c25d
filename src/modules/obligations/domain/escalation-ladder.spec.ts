import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import {
  businessDays,
  days,
  firstPolicy,
  hours,
  instant,
  weekdaysBut,
} from '../../../../test/factories/obligations';
import { dueAt, type DurationRule } from './duration-rule';
import { planLadder, rungsFrom, type PlannedReminder } from './escalation-ladder';
import { dateOf, localDayOf } from './local-days';

const { escalation } = firstPolicy();
const MADRID = 'Europe/Madrid';

const ladder = (start: string, rule: DurationRule, holidays: string[] = []) => {
  const calendar = weekdaysBut(...holidays);
  const startsAt = instant(start);
  const due = dueAt(startsAt, rule, calendar, MADRID);
  return planLadder({ startsAt, due, rule }, escalation, calendar, MADRID).map(
    ({ rung, sendAt }) => `${sendAt.toString()} ${rung}`,
  );
};

describe('the escalation ladder', () => {
  it('tells officer and head at once of a duty of hours, headquarters when it falls due', () => {
    expect(ladder('2026-03-07T22:00:00Z', hours(4))).toEqual([
      '2026-03-07T22:00:00Z officer_at_start',
      '2026-03-07T22:00:00Z head_at_start',
      '2026-03-08T02:00:00Z headquarters_at_due',
    ]);
  });

  it('tells the officer half-way through a duty of up to 72 h, at any hour of any day', () => {
    expect(ladder('2026-03-06T20:00:00Z', hours(48))).toEqual([
      '2026-03-07T20:00:00Z officer_at_half',
      '2026-03-08T20:00:00Z head_at_due',
      '2026-03-09T08:00:00Z headquarters_12_hours_after',
    ]);
  });

  it('tells of business days at 08:00 of working days', () => {
    // Thursday + 3 business days: due at the end of Tuesday 10 March
    expect(ladder('2026-03-05T19:00:00Z', businessDays(3))).toEqual([
      '2026-03-09T07:00:00Z officer_1_business_day_before',
      '2026-03-10T07:00:00Z officer_at_due',
      '2026-03-11T07:00:00Z head_1_day_after',
      '2026-03-13T07:00:00Z headquarters_3_days_after',
    ]);
  });

  it('uses the ladder of days for a visit within a week', () => {
    // Monday + 7: Monday 9 March
    expect(ladder('2026-03-02T09:00:00Z', days(7))).toEqual([
      '2026-03-06T07:00:00Z officer_1_business_day_before',
      '2026-03-09T07:00:00Z officer_at_due',
      '2026-03-10T07:00:00Z head_1_day_after',
      '2026-03-12T07:00:00Z headquarters_3_days_after',
    ]);
  });

  it('warns of a longer duty a week and a day before, in the hour of the season', () => {
    // Monday + 30 = Wednesday 1 April; summer time begins on 29 March
    expect(ladder('2026-03-02T09:00:00Z', days(30))).toEqual([
      '2026-03-25T07:00:00Z officer_7_days_before',
      '2026-03-31T06:00:00Z officer_1_day_before',
      '2026-04-01T06:00:00Z officer_at_due',
      '2026-04-02T06:00:00Z head_1_day_after',
      '2026-04-06T06:00:00Z headquarters_3_days_after',
    ]);
  });

  it('steps off non-working days: back until the due day, forward after it', () => {
    expect(
      ladder('2026-03-02T09:00:00Z', days(30), ['2026-03-25', '2026-04-02', '2026-04-06']),
    ).toEqual([
      '2026-03-24T07:00:00Z officer_7_days_before',
      '2026-03-31T06:00:00Z officer_1_day_before',
      '2026-04-01T06:00:00Z officer_at_due',
      '2026-04-03T06:00:00Z head_1_day_after',
      '2026-04-07T06:00:00Z headquarters_3_days_after',
    ]);
  });

  it('skips rungs before the start', () => {
    // starts at noon on Monday, due on Tuesday: 08:00 of Monday has passed
    expect(ladder('2026-03-02T11:00:00Z', businessDays(1))).toEqual([
      '2026-03-03T07:00:00Z officer_at_due',
      '2026-03-04T07:00:00Z head_1_day_after',
      '2026-03-06T07:00:00Z headquarters_3_days_after',
    ]);
  });

  describe('for any duty anywhere', () => {
    const zone = fc.constantFrom(
      'Pacific/Auckland',
      'Pacific/Honolulu',
      'America/Santiago',
      'Asia/Beirut',
      'Africa/Cairo',
      'Europe/Madrid',
      'Asia/Kathmandu',
    );
    const moment = fc
      .integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2035, 0, 1) })
      .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
    const rule = fc.record({
      unit: fc.constantFrom('hours' as const, 'days' as const, 'business_days' as const),
      value: fc.integer({ min: 1, max: 200 }),
    });
    const calendar = fc
      .uniqueArray(fc.integer({ min: 1, max: 366 }), { maxLength: 60 })
      .map((rest) => ({
        isWorkingDay: (day: Temporal.PlainDate) =>
          day.dayOfWeek <= 5 && !rest.includes(day.dayOfYear),
      }));
    const plans = fc.tuple(zone, moment, rule, calendar).map(([z, startsAt, r, c]) => {
      const due = dueAt(startsAt, r, c, z);
      return {
        z,
        startsAt,
        due,
        c,
        rule: r,
        ladder: planLadder({ startsAt, due, rule: r }, escalation, c, z),
      };
    });
    const last = (steps: PlannedReminder[], recipient: string) =>
      steps.filter((s) => s.recipient === recipient).at(-1)?.sendAt;

    it('starts no earlier than the duty, and never leaves head and headquarters out', () => {
      fc.assert(
        fc.property(plans, ({ startsAt, ladder: steps }) => {
          const notBefore = steps.every((s) => Temporal.Instant.compare(s.sendAt, startsAt) >= 0);
          return (
            notBefore &&
            last(steps, 'head_of_post') !== undefined &&
            last(steps, 'headquarters') !== undefined
          );
        }),
      );
    });

    it('climbs: officer, then head of post, then headquarters', () => {
      fc.assert(
        fc.property(plans, ({ ladder: steps }) => {
          const [officer, head, headquarters] = [
            last(steps, 'officer'),
            last(steps, 'head_of_post')!,
            last(steps, 'headquarters')!,
          ];
          return (
            (!officer || Temporal.Instant.compare(officer, head) <= 0) &&
            Temporal.Instant.compare(head, headquarters) <= 0
          );
        }),
      );
    });

    it('sends rungs of days at 08:00 of working days only', () => {
      fc.assert(
        fc.property(plans, ({ z, c, rule: r, ladder: steps }) => {
          if (r.unit === 'hours' && r.value <= 72) return true;
          return steps.every(({ sendAt }) => {
            const local = sendAt.toZonedDateTimeISO(z);
            return (
              local.hour === 8 &&
              local.minute === 0 &&
              c.isWorkingDay(dateOf(localDayOf(sendAt, z)))
            );
          });
        }),
      );
    });

    it('leaves one overdue rung to each recipient and every rung to come', () => {
      fc.assert(
        fc.property(plans, moment, ({ ladder: steps }, now) => {
          const kept = rungsFrom(now, steps);
          const past = kept.filter((s) => Temporal.Instant.compare(s.sendAt, now) <= 0);
          const future = steps.filter((s) => Temporal.Instant.compare(s.sendAt, now) > 0);
          const recipients = past.map((s) => s.recipient);
          return (
            new Set(recipients).size === recipients.length &&
            kept.length === past.length + future.length
          );
        }),
      );
    });
  });
});
