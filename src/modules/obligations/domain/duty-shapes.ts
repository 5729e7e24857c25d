import { Temporal } from '@js-temporal/polyfill';
import { openDuty, type Duty } from './duty';
import type { DurationRule } from './duration-rule';
import type { WorkingCalendar } from './local-days';

type Instant = Temporal.Instant;

/** How a duty ended. */
export type DutyEnd = Pick<Duty, 'state' | 'metAt' | 'metBy' | 'why'>;

const compare = Temporal.Instant.compare;
const later = (a: Instant, b: Instant): Instant => (compare(a, b) >= 0 ? a : b);
const earlier = (a: Instant, b: Instant): Instant => (compare(a, b) <= 0 ? a : b);

/** Facts in one order, whatever the order of recording. */
export const inOrder = <F extends { id: string; occurredAt: Instant }>(facts: readonly F[]): F[] =>
  [...facts].sort((a, b) => compare(a.occurredAt, b.occurredAt) || a.id.localeCompare(b.id));

/** Met by a fact, never before the duty began. */
export const metBy = (id: string, at: Instant, startsAt?: Instant): DutyEnd => ({
  state: 'met',
  metAt: startsAt ? later(startsAt, at) : at,
  metBy: id,
});

const HOURS_PER_DAY = 24;

/** A length as whole days: how long before a day a duty begins. */
export const daysOf = ({ unit, value }: DurationRule): number =>
  unit === 'hours' ? Math.ceil(value / HOURS_PER_DAY) : value;

export interface LastDay {
  kind: string;
  anchor: string;
  /** The day by whose end it must be done, or on the working day before it. */
  lastDay: Temporal.PlainDate;
  /** Days ahead with which the duty begins. */
  lead: number;
  /** It does not begin before this day. */
  notBefore?: Temporal.PlainDate | null;
}

/** What must be done before a day passes: a renewal, a term. Offices that are closed receive nothing. */
export function dutyBefore(
  { kind, anchor, lastDay, lead, notBefore }: LastDay,
  end: DutyEnd | null,
  calendar: WorkingCalendar,
  zone: string,
): Duty {
  const from = lastDay.subtract({ days: lead });
  const start = notBefore && Temporal.PlainDate.compare(from, notBefore) < 0 ? notBefore : from;
  const value = Math.max(1, start.until(lastDay).days);
  const begins = start.toZonedDateTime(zone).toInstant();
  const duty = openDuty(kind, anchor, begins, { unit: 'days', value }, calendar, zone);
  return end ? { ...duty, ...end, startsAt: earlier(begins, end.metAt!) } : duty;
}

/** Some time after a return somebody asks how the person is, and again until they are safe. */
export function followUpsUntilSafe(
  { id, at, followUps }: { id: string; at: Instant; followUps: readonly FollowUp[] },
  open: (anchor: string, startsAt: Instant, end?: DutyEnd) => Duty,
): Duty[] {
  const duties: Duty[] = [];
  let [anchor, from] = [id, at];
  for (const visit of inOrder(followUps)) {
    const seen = later(from, visit.occurredAt);
    duties.push(open(anchor, from, metBy(visit.id, seen)));
    if (visit.finding === 'safe') return duties;
    [anchor, from] = [visit.id, seen];
  }
  return [...duties, open(anchor, from)];
}

interface FollowUp {
  id: string;
  occurredAt: Instant;
  /** `safe` ends it. */
  finding: string;
}
