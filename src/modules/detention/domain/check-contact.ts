import { Temporal } from '@js-temporal/polyfill';
import type { ContactKind, ContactOutcome, ContactParty } from './contact';
import { checkDeed, checkHappened, checkOrder, type Violation } from './first-instants';

/** The parts of a contact record on which rules depend; instants as ISO text. */
export interface ContactRecord {
  kind: ContactKind;
  withWhom: ContactParty;
  outcome: ContactOutcome;
  occurredAt: string;
  denial?: { authority: string } | undefined;
  noteVerbale?: { authority: string; sentAt: string } | undefined;
}

/**
 * A contact lies after arrest and notice and not ahead; a denied access names its authority
 * (rules §3.10), and only a denied access does.
 */
export function checkContact(
  contact: ContactRecord,
  file: { detainedAt: Temporal.Instant | null; postNotifiedAt: Temporal.Instant },
  now: Temporal.Instant,
): Violation[] {
  const occurredAt = Temporal.Instant.from(contact.occurredAt);
  const violations = checkDeed('occurredAt', occurredAt, file, now);
  const named = contact.denial ?? contact.noteVerbale;
  const denied = contact.outcome === 'refused_by_authority';
  if (denied && !named) violations.push({ path: 'denial', code: 'DENIAL_NEEDS_AUTHORITY' });
  if (!denied && named) {
    violations.push({
      path: contact.denial ? 'denial' : 'noteVerbale',
      code: 'ONLY_WITH_DENIED_ACCESS',
    });
  }
  if (contact.noteVerbale) {
    const sentAt = Temporal.Instant.from(contact.noteVerbale.sentAt);
    violations.push(
      ...checkHappened('noteVerbale.sentAt', sentAt, now),
      ...checkOrder('noteVerbale.sentAt', sentAt, occurredAt, 'BEFORE_THE_DENIAL'),
    );
  }
  return violations;
}
