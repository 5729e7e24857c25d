import { type Temporal } from '@js-temporal/polyfill';
import { isAccessDenied, isDirect } from './contact';
import type { DatedContact, DetentionFacts, WishFact } from './detention-facts';
import { isClosingStage } from './stage';
import { byTime, standingStages, type StageFact } from './stage-history';

/** Which visit is owed, or what stands in its place while the person opposes visits. */
export type VisitDutyKind = 'first_visit' | 'periodic_visit' | 'visit_attempt' | 'wish_review';
export type SpanEnd = 'met' | 'excused' | 'cancelled';

/** One duty of the chain, from the fact that opened it to the fact that ended it. */
export interface VisitSpan {
  kind: VisitDutyKind;
  /** Id of the fact it stems from; `notice` for the post's notification. */
  anchor: string;
  startsAt: Temporal.Instant;
  end: { state: SpanEnd; at: Temporal.Instant; by: string; why: string } | null;
}

type Event = { id: string; occurredAt: Temporal.Instant } & (
  | { type: 'visit' | 'denial'; contact: DatedContact }
  | { type: 'wish'; wish: WishFact }
  | { type: 'stage'; stage: StageFact }
);

/** An in-person meeting with the detainee: the only contact that counts as a visit. */
export const isVisit = (contact: DatedContact): boolean =>
  contact.kind === 'in_person' && isDirect(contact);

function eventsOf(facts: DetentionFacts): Event[] {
  const events: Event[] = [];
  for (const contact of facts.contacts) {
    const type = isVisit(contact) ? 'visit' : isAccessDenied(contact) ? 'denial' : null;
    if (type) events.push({ id: contact.id, occurredAt: contact.occurredAt, type, contact });
  }
  for (const wish of facts.wishes) {
    if (wish.subject === 'visit') {
      events.push({ id: wish.id, occurredAt: wish.occurredAt, type: 'wish', wish });
    }
  }
  for (const stage of standingStages(facts.stages)) {
    events.push({ id: stage.id, occurredAt: stage.occurredAt, type: 'stage', stage });
  }
  return byTime(events);
}

/**
 * The chain of visit duties (rules §3). A visit meets the open duty and starts the next interval; a
 * denied access excuses it and asks for a new attempt; opposition by the person cancels it and asks
 * for a review of the wish (VCCR 36.1.c); the end of the detention cancels whatever is open; a
 * recapture starts again. At every moment of an open detention exactly one of them is open.
 */
export function visitChain(facts: DetentionFacts): VisitSpan[] {
  const chain: VisitSpan[] = [];
  const open = (kind: VisitDutyKind, anchor: string, startsAt: Temporal.Instant): void => {
    chain.push({ kind, anchor, startsAt, end: null });
  };
  const end = (state: SpanEnd, event: Event, why: string): void => {
    const last = chain.at(-1);
    if (last && !last.end) last.end = { state, at: event.occurredAt, by: event.id, why };
  };
  let opposed = false;
  let ended = false;
  let visited = false;
  const resume = (event: Event): void =>
    open(visited ? 'periodic_visit' : 'first_visit', event.id, event.occurredAt);

  open('first_visit', 'notice', facts.postNotifiedAt);
  for (const event of eventsOf(facts)) {
    switch (event.type) {
      case 'visit':
        visited = true;
        if (ended || opposed) break;
        end('met', event, 'visited');
        open('periodic_visit', event.id, event.occurredAt);
        break;
      case 'denial':
        if (ended || opposed) break;
        end('excused', event, 'access_denied');
        open('visit_attempt', event.id, event.occurredAt);
        break;
      case 'wish': {
        const opposes = event.wish.wish === 'no';
        if (!ended) {
          if (opposed) end('met', event, 'wish_reviewed');
          else if (opposes) end('cancelled', event, 'visits_opposed');
          if (opposes) open('wish_review', event.id, event.occurredAt);
          else if (opposed) resume(event);
        }
        opposed = opposes;
        break;
      }
      case 'stage': {
        const closes = isClosingStage(event.stage.stage);
        if (closes) end('cancelled', event, 'detention_ended');
        else if (ended && opposed) open('wish_review', event.id, event.occurredAt);
        else if (ended) resume(event);
        ended = closes;
        break;
      }
    }
  }
  return chain;
}

/** The newest visit by the date on which it took place; null before the first. */
export const lastVisit = (contacts: readonly DatedContact[]): DatedContact | null =>
  byTime(contacts.filter(isVisit)).at(-1) ?? null;
