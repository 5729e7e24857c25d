import { Temporal } from '@js-temporal/polyfill';
import {
  durationOf,
  openDuty,
  visitIntervalDays,
  type Duty,
  type DutyPlanner,
  type DutyState,
  type Milestones,
  type Policy,
  type WorkingCalendar,
} from '../../obligations';
import { isAccessDenied, isDirect, isRefusalByPerson } from './contact';
import type { AllegationFact, DetentionFacts, NoteVerbaleFact } from './detention-facts';
import { atOrAfter, byTime, standingStages } from './stage-history';
import { isClosingStage } from './stage';
import { lastVisit, visitChain } from './visit-duties';
import { visitSituation } from './visit-situation';

/** Kinds whose open due instant is the next visit. */
export const VISIT_DUTIES = ['first_visit', 'periodic_visit', 'visit_attempt'] as const;
export const DETENTION_DUTIES = [
  'first_contact',
  ...VISIT_DUTIES,
  'wish_review',
  'family_notification',
  'proceedings_follow_up',
  'expulsion_review',
  'note_verbale',
  'note_verbale_reply',
  'mistreatment_consul_informed',
  'mistreatment_headquarters_informed',
  'mistreatment_assessment',
] as const;
/** Duties on which the person's safety hangs: nobody puts off their reminders (default). */
const WELFARE_DUTIES: readonly DetentionDuty[] = [
  'first_contact',
  ...VISIT_DUTIES,
  'wish_review',
  'mistreatment_consul_informed',
  'mistreatment_headquarters_informed',
  'mistreatment_assessment',
];
export type DetentionDuty = (typeof DETENTION_DUTIES)[number];

/** How a duty ended, or that it has not. */
type End = { state: DutyState; metAt?: Temporal.Instant; metBy?: string; why?: string };
type Open = (
  kind: DetentionDuty,
  anchor: string,
  startsAt: Temporal.Instant,
  end?: End | null,
) => Duty;

const met = (fact: { id: string }, at: Temporal.Instant): End => ({
  state: 'met',
  metAt: at,
  metBy: fact.id,
});

/** Any direct contact with the detainee, or their recorded refusal (24 h: FCDO, Canada; default). */
const firstContact = (facts: DetentionFacts) =>
  byTime(facts.contacts.filter((c) => isDirect(c) || isRefusalByPerson(c)))[0] ?? null;

function planFirstContact(facts: DetentionFacts, open: Open): Duty[] {
  const contact = firstContact(facts);
  const ending = standingStages(facts.stages).find((s) => isClosingStage(s.stage));
  const end: End | null = contact
    ? met(contact, contact.occurredAt)
    : ending
      ? { state: 'cancelled', metAt: ending.occurredAt, metBy: ending.id, why: 'detention_ended' }
      : null;
  return [open('first_contact', 'notice', facts.postNotifiedAt, end)];
}

/** One duty per spell during which the person wants the family told (VCCR 36; rules §3.2). */
function planFamilyNotification(facts: DetentionFacts, open: Open): Duty[] {
  const wishes = byTime(facts.wishes.filter((w) => w.subject === 'family'));
  const notifications = byTime(facts.familyNotifications);
  return wishes.flatMap((wish, i) => {
    if (wish.wish !== 'yes' || wishes[i - 1]?.wish === 'yes') return [];
    const told = notifications.find((n) => atOrAfter(n.occurredAt, wish.occurredAt));
    const withdrawn = wishes.slice(i + 1).find((w) => w.wish !== 'yes');
    const end: End | null =
      told && (!withdrawn || atOrAfter(withdrawn.occurredAt, told.occurredAt))
        ? met(told, told.occurredAt)
        : withdrawn
          ? {
              state: 'cancelled',
              metAt: withdrawn.occurredAt,
              metBy: withdrawn.id,
              why: 'family_not_wanted',
            }
          : null;
    return [open('family_notification', wish.id, wish.occurredAt, end)];
  });
}

/** A hearing that passed needs a proceedings note; one called off beforehand does not. */
function planProceedings(facts: DetentionFacts, open: Open): Duty[] {
  return facts.hearings.map((hearing) => {
    const note = byTime(hearing.notes)[0];
    const end: End | null = !note
      ? null
      : atOrAfter(note.occurredAt, hearing.at)
        ? met(note, note.occurredAt)
        : {
            state: 'cancelled',
            metAt: note.occurredAt,
            metBy: note.id,
            why: `hearing_${note.outcome}`,
          };
    return open('proceedings_follow_up', hearing.id, hearing.at, end);
  });
}

const planExpulsions = (facts: DetentionFacts, open: Open): Duty[] =>
  facts.expulsions.map((expulsion) => {
    const review = byTime(expulsion.reviews)[0];
    return open(
      'expulsion_review',
      expulsion.id,
      expulsion.notifiedAt,
      review && met(review, review.occurredAt),
    );
  });

/** A denied access asks for a note verbale; each note awaits its reply, or a second note. */
function planNotesVerbales(facts: DetentionFacts, open: Open): Duty[] {
  const firstBy = (test: (n: NoteVerbaleFact) => boolean) =>
    byTime(facts.notesVerbales.filter(test).map((n) => ({ ...n, occurredAt: n.sentAt })))[0];
  const toSend = facts.contacts.filter(isAccessDenied).map((denial) => {
    const note = firstBy((n) => n.contactId === denial.id);
    return open('note_verbale', denial.id, denial.occurredAt, note && met(note, note.sentAt));
  });
  const awaited = facts.notesVerbales.map((note) => {
    const second = firstBy((n) => n.followsId === note.id);
    const end: End | null = note.repliedAt
      ? met(note, note.repliedAt)
      : second
        ? met(second, second.sentAt)
        : note.explainedAt
          ? { state: 'excused', metAt: note.explainedAt, metBy: note.id, why: 'no_reply_explained' }
          : null;
    return open('note_verbale_reply', note.id, note.sentAt, end);
  });
  return [...toSend, ...awaited];
}

const MISTREATMENT_STEPS = [
  ['mistreatment_consul_informed', (a: AllegationFact) => a.consulInformedAt],
  ['mistreatment_headquarters_informed', (a: AllegationFact) => a.headquartersInformedAt],
  ['mistreatment_assessment', (a: AllegationFact) => a.assessedAt],
] as const;

/** Restricted: the duty alone would tell that mistreatment is alleged. */
const planMistreatment = (facts: DetentionFacts, open: Open): Duty[] =>
  facts.allegations.flatMap((allegation) =>
    MISTREATMENT_STEPS.map(([kind, stepOf]): Duty => {
      const at = stepOf(allegation);
      const duty = open(kind, allegation.id, allegation.reportedAt, at && met(allegation, at));
      return { ...duty, tier: 'restricted' };
    }),
  );

function planVisits(
  facts: DetentionFacts,
  policy: Policy,
  open: Open,
  calendar: WorkingCalendar,
  zone: string,
) {
  return visitChain(facts).map(({ kind, anchor, startsAt, end }): Duty => {
    const ending: End | null = end && {
      state: end.state,
      metAt: end.at,
      metBy: end.by,
      why: end.why,
    };
    if (kind !== 'periodic_visit') return open(kind, anchor, startsAt, ending);
    const value = visitIntervalDays(policy.visits, visitSituation(facts, startsAt, end?.at));
    return {
      ...openDuty(kind, anchor, startsAt, { unit: 'days', value }, calendar, zone),
      ...ending,
    };
  });
}

/**
 * Every duty that the facts of a detention give, met and excused ones included (rules §3, *Clocks*).
 * Lengths come from `policy`; the same facts, policy and calendar always give the same duties.
 */
export function planDetention(
  facts: DetentionFacts,
  policy: Policy,
  calendar: WorkingCalendar,
  zone: string,
): Duty[] {
  const open: Open = (kind, anchor, startsAt, end) => ({
    ...openDuty(kind, anchor, startsAt, durationOf(policy, kind), calendar, zone),
    ...end,
  });
  const duties = [
    ...planFirstContact(facts, open),
    ...planVisits(facts, policy, open, calendar, zone),
    ...planFamilyNotification(facts, open),
    ...planProceedings(facts, open),
    ...planExpulsions(facts, open),
    ...planNotesVerbales(facts, open),
    ...planMistreatment(facts, open),
  ];
  return duties.sort(byStart);
}

/** One order, whatever the order in which the facts were recorded. */
const byStart = (a: Duty, b: Duty): number =>
  Temporal.Instant.compare(a.startsAt, b.startsAt) ||
  rank(a) - rank(b) ||
  a.anchor.localeCompare(b.anchor);

const rank = (duty: Duty): number => DETENTION_DUTIES.indexOf(duty.kind as DetentionDuty);

/** First contact and last visit, from events (never typed: rules §3). */
export const detentionMilestones = (facts: DetentionFacts): Milestones => ({
  firstContactAt: firstContact(facts)?.occurredAt ?? null,
  lastVisitAt: lastVisit(facts.contacts)?.occurredAt ?? null,
});

export const detentionPlanner: DutyPlanner<DetentionFacts> = {
  family: 'detention',
  kinds: DETENTION_DUTIES,
  welfareKinds: WELFARE_DUTIES,
  visitKinds: VISIT_DUTIES,
  plan: planDetention,
  milestones: detentionMilestones,
};
