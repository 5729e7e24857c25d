import { Temporal } from '@js-temporal/polyfill';
import { openDuty, type Duty, type Milestones } from './duty';
import type { DurationRule } from './duration-rule';
import type { WorkingCalendar } from './local-days';
import { durationOf, type Policy } from './policy';

type Instant = Temporal.Instant;

/** How a duty ended. */
export type DutyEnd = Pick<Duty, 'state' | 'metAt' | 'metBy' | 'why'>;

const compare = Temporal.Instant.compare;
export const later = (a: Instant, b: Instant): Instant => (compare(a, b) >= 0 ? a : b);
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

/** Met by a fact if there is one, never before the duty began. */
export const metByFact = (
  fact: { id: string; occurredAt: Instant } | null | undefined,
  startsAt: Instant,
): DutyEnd | null => (fact ? metBy(fact.id, fact.occurredAt, startsAt) : null);

export type OpenDuty<Kind extends string> = (
  kind: Kind,
  anchor: string,
  startsAt: Instant,
  end?: DutyEnd | null,
) => Duty;

/** Opens duties of one case with the lengths of `policy`, or ended where the facts ended them. */
export const dutiesOn =
  <Kind extends string>(policy: Policy, calendar: WorkingCalendar, zone: string): OpenDuty<Kind> =>
  (kind, anchor, startsAt, end) => ({
    ...openDuty(kind, anchor, startsAt, durationOf(policy, kind), calendar, zone),
    ...end,
  });

/** A plan in one order, whatever the order in which the facts were recorded. */
export const inDutyOrder = (duties: readonly Duty[]): Duty[] =>
  [...duties].sort(
    (a, b) =>
      compare(a.startsAt, b.startsAt) ||
      a.kind.localeCompare(b.kind) ||
      a.anchor.localeCompare(b.anchor),
  );

/** An attempt to reach the person. */
export interface ContactFact {
  id: string;
  channel: string;
  outcome: string;
  /** Null where no word was agreed. */
  codeWordGiven: boolean | null;
  occurredAt: Instant;
}

/** What first contact follows from. */
export interface Contacted {
  caseId: string;
  openedAt: Instant;
  /** The person opened the case at the post. */
  cameInPerson: boolean;
  contacts: readonly ContactFact[];
}

/**
 * The person was reached, or did not want to speak. Whoever did not say the agreed word may not have
 * been free to speak, or not the person at all.
 */
export const isContact = ({ outcome, codeWordGiven }: ContactFact): boolean =>
  outcome === 'refused' || (outcome === 'reached' && codeWordGiven !== false);

const firstContact = ({ contacts }: Contacted): ContactFact | null =>
  inOrder(contacts.filter(isContact))[0] ?? null;

export function planFirstContact(facts: Contacted, open: OpenDuty<'first_contact'>): Duty {
  const { caseId, openedAt, cameInPerson } = facts;
  const end = cameInPerson ? metBy(caseId, openedAt) : metByFact(firstContact(facts), openedAt);
  return open('first_contact', 'opening', openedAt, end);
}

/** First contact and last time the person was seen, from events (never typed: rules §3). */
export function contactMilestones(facts: Contacted): Milestones {
  const seen = inOrder(
    facts.contacts.filter(
      ({ outcome, channel }) => outcome === 'reached' && channel === 'in_person',
    ),
  ).at(-1);
  return {
    firstContactAt: facts.cameInPerson ? facts.openedAt : (firstContact(facts)?.occurredAt ?? null),
    lastVisitAt: seen?.occurredAt ?? null,
  };
}

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
