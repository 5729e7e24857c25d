import { Temporal } from '@js-temporal/polyfill';
import {
  contactMilestones,
  daysOf,
  durationOf,
  dutiesOn,
  dutyBefore,
  followUpsUntilSafe,
  inDutyOrder,
  inOrder,
  isContact,
  later,
  metBy,
  metByFact,
  planFirstContact,
  type Duty,
  type DutyEnd,
  type DutyPlanner,
  type OpenDuty,
  type Policy,
  type WorkingCalendar,
} from '../../obligations';
import { comesOfAgeOn } from './child';
import type { GuardianshipFact } from './guardianship';
import { INTEREST_COURSES, type InterestCourse } from './interests';
import type { CareFact, MinorFacts } from './minor-facts';
import { ABDUCTION_DUTIES, planAbduction } from './plan-abduction';

/** One kind for each course, so that headquarters sets when each is looked at again. */
export const reviewKind = <C extends InterestCourse>(course: C) =>
  `interests_review_${course}` as const;

export const MINOR_DUTIES = [
  'first_contact',
  'interests_preliminary',
  'interests_full',
  ...INTEREST_COURSES.map(reviewKind),
  'guardianship_verification',
  'guardianship_renewal',
  'proceedings_follow_up',
  'care_contact',
  ...ABDUCTION_DUTIES,
  'reunification_follow_up',
  'coming_of_age',
] as const;
type MinorDuty = (typeof MINOR_DUTIES)[number];

type Instant = Temporal.Instant;

/** What every part of the plan needs. */
export interface Ground {
  open: OpenDuty<MinorDuty>;
  /** Days ahead with which a duty before a day begins. */
  leadOf: (kind: MinorDuty) => number;
  calendar: WorkingCalendar;
  zone: string;
}

const compare = Temporal.Instant.compare;
const startOf = (day: Temporal.PlainDate, zone: string): Instant =>
  day.toZonedDateTime(zone).toInstant();
const cancelled = (why: string, id: string, at: Instant): DutyEnd => ({
  state: 'cancelled',
  metAt: at,
  metBy: id,
  why,
});

/** A first look, the whole, and from each whole one the next: one of them is always open. */
function planInterests({ openedAt, interests }: MinorFacts, { open }: Ground): Duty[] {
  const all = inOrder(interests);
  const full = all.filter(({ stage }) => stage === 'full');
  return [
    open('interests_preliminary', 'opening', openedAt, metByFact(all[0], openedAt)),
    open('interests_full', 'opening', openedAt, metByFact(full[0], openedAt)),
    ...full.map(({ id, course, occurredAt }, i) => {
      const next = full[i + 1];
      return open(reviewKind(course), id, occurredAt, next && metBy(next.id, next.occurredAt));
    }),
  ];
}

/** What is claimed is verified; what expires is renewed before. */
function planGuardianship(guardianship: GuardianshipFact, ground: Ground): Duty[] {
  const { id, state, claimedAt, decidedAt, endedAt, replaced, issuedOn, expiresOn } = guardianship;
  const decided = decidedAt
    ? metBy(id, decidedAt, claimedAt)
    : endedAt && cancelled('guardianship_replaced', id, later(claimedAt, endedAt));
  const verification = ground.open('guardianship_verification', id, claimedAt, decided);
  if (!expiresOn || state === 'claimed' || state === 'rejected') return [verification];
  const ended = endedAt && (replaced ? metBy(id, endedAt) : cancelled('revoked', id, endedAt));
  const kind = 'guardianship_renewal';
  const last = { kind, anchor: id, lastDay: expiresOn, lead: ground.leadOf(kind) };
  const { calendar, zone } = ground;
  return [verification, dutyBefore({ ...last, notBefore: issuedOn }, ended, calendar, zone)];
}

/** The child in the care of a State is seen or spoken to, again and again until it ends. */
function planCareContacts(care: CareFact, facts: MinorFacts, { open, zone }: Ground): Duty[] {
  const duties: Duty[] = [];
  const { endedAt } = care;
  // a contact may belong to two orders: the anchor names both
  let [anchor, from] = [care.id, later(facts.openedAt, startOf(care.since, zone))];
  for (const contact of inOrder(facts.contacts.filter(isContact))) {
    const { id, occurredAt } = contact;
    if (compare(occurredAt, from) < 0 || (endedAt && compare(occurredAt, endedAt) > 0)) continue;
    duties.push(open('care_contact', anchor, from, metBy(id, occurredAt)));
    [anchor, from] = [`${care.id} ${id}`, occurredAt];
  }
  const end = endedAt && cancelled('care_ended', care.id, later(from, endedAt));
  return [...duties, open('care_contact', anchor, from, end)];
}

/** A hearing that passed needs a note; one called off beforehand does not. */
const planHearings = ({ hearings }: CareFact, { open }: Ground): Duty[] =>
  hearings.map(({ id, at, notedAt, outcome }) => {
    const before = notedAt && compare(notedAt, at) < 0;
    const end =
      notedAt && (before ? cancelled(`hearing_${outcome}`, id, notedAt) : metBy(id, notedAt));
    return open('proceedings_follow_up', id, before ? notedAt : at, end);
  });

/** From the day on which the child is of age, somebody says what follows. */
function planComingOfAge({ age, comingsOfAge }: MinorFacts, { open, zone }: Ground): Duty[] {
  const day = comesOfAgeOn(age);
  if (!day) return [];
  const startsAt = startOf(day, zone);
  const [first] = inOrder(comingsOfAge);
  return [open('coming_of_age', 'birthday', startsAt, metByFact(first, startsAt))];
}

/**
 * Every duty that the facts of a minor's case give, met ones included. Lengths come from `policy`; the
 * same facts, policy and calendar always give the same duties.
 */
export function planMinor(
  facts: MinorFacts,
  policy: Policy,
  calendar: WorkingCalendar,
  zone: string,
): Duty[] {
  const ground: Ground = {
    open: dutiesOn(policy, calendar, zone),
    leadOf: (kind) => daysOf(durationOf(policy, kind)),
    calendar,
    zone,
  };
  return inDutyOrder([
    planFirstContact(facts, ground.open),
    ...planInterests(facts, ground),
    ...facts.guardianships.flatMap((guardianship) => planGuardianship(guardianship, ground)),
    ...facts.care.flatMap((care) => [
      ...planCareContacts(care, facts, ground),
      ...planHearings(care, ground),
    ]),
    ...facts.abductions.flatMap((abduction) => planAbduction(abduction, ground)),
    ...facts.reunions.flatMap(({ id, occurredAt, followUps }) =>
      followUpsUntilSafe({ id, at: occurredAt, followUps }, (...duty) =>
        ground.open('reunification_follow_up', ...duty),
      ),
    ),
    ...planComingOfAge(facts, ground),
  ]);
}

export const minorPlanner: DutyPlanner<MinorFacts> = {
  family: 'minor',
  kinds: MINOR_DUTIES,
  welfareKinds: MINOR_DUTIES,
  visitKinds: [],
  plan: planMinor,
  milestones: contactMilestones,
};
