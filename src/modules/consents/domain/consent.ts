import { Temporal } from '@js-temporal/polyfill';
import {
  SENSITIVE_CATEGORIES,
  type ConsentDecision,
  type ConsentForm,
  type ConsentGiver,
  type DataCategory,
  type Purpose,
  type RecipientKind,
} from './consent-vocabulary';

/**
 * Who receives, or may receive. At most one of the three names narrows the kind; a consent with none
 * of them is for everyone of that kind ("any relative").
 */
export interface Recipient {
  kind: RecipientKind;
  personId?: string | null;
  /** An entry of the directory. */
  institutionId?: string | null;
  name?: string | null;
}

/** A relative, the press, or somebody who is neither an institution nor receives for their work. */
export const isPrivate = ({ kind, institutionId }: Recipient): boolean =>
  kind === 'family' || kind === 'press' || (kind === 'other' && !institutionId);

/** A decision about sharing, as the rules see it. */
export interface ConsentFact {
  id: string;
  decision: ConsentDecision;
  purpose: Purpose;
  recipient: Recipient;
  categories: readonly DataCategory[];
  givenBy: ConsentGiver;
  givenAt: Temporal.Instant;
  validUntil: Temporal.Instant | null;
  form: ConsentForm;
  withdrawnAt: Temporal.Instant | null;
}

/** Why data may or may not be shared; every code but `consent` is a refusal. */
export type DisclosureReason =
  | 'consent'
  | 'no_consent'
  | 'refused'
  | 'withdrawn'
  | 'expired'
  | 'guardian_must_consent'
  | 'guardian_no_longer'
  | 'not_these_data'
  | 'written_consent_needed'
  | 'minor_never_in_press'
  | 'guardianship_not_verified';

export interface DisclosureAnswer {
  allowed: boolean;
  /** The consent that it rests on; null when refused. */
  consentId: string | null;
  reason: DisclosureReason;
}

/** From this age a minor may consent alone where the law allows (D.S. 016-2024-JUS). */
export const CONSENTS_ALONE_FROM = 14;
export const OF_AGE = 18;

const at = (a: Temporal.Instant, b: Temporal.Instant): number => Temporal.Instant.compare(a, b);

const key = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether what was said about `stated` also speaks of `asked`: the same one, or one of its kind. */
export function covers(stated: Recipient, asked: Recipient): boolean {
  if (stated.kind !== asked.kind) return false;
  if (stated.personId) return stated.personId === asked.personId;
  if (stated.institutionId) return stated.institutionId === asked.institutionId;
  if (stated.name) return !!asked.name && key(stated.name) === key(asked.name);
  return true;
}

/**
 * Whether a giver's word counts for a person of `age` (completed years; null: not known and nothing
 * says that they are a minor). Under 14 the parents or guardian decide; from 14 to 17 either; an
 * adult alone, or with their legal support.
 */
export function mayConsent(giver: ConsentGiver, age: number | null): boolean {
  if (age === null || age >= OF_AGE) return giver !== 'parent_or_guardian';
  if (age >= CONSENTS_ALONE_FROM) return giver !== 'legal_support';
  return giver === 'parent_or_guardian';
}

const no = (reason: DisclosureReason): DisclosureAnswer => ({
  allowed: false,
  consentId: null,
  reason,
});

/**
 * Whether data of a person may go to `recipient` for `purpose` at an instant because of what they
 * said. The default is no, for family as for anyone; the newest decision about that purpose and
 * recipient counts, and between two of one instant the refusal. Rule: Ley 29733 arts. 13.5–13.7,
 * D.S. 016-2024-JUS (minors); identity and image of a minor never go to the press (Código de los
 * Niños y Adolescentes art. 6).
 * @param age completed years at that instant; null when not known
 * @param categories kinds of data to be shared; sensitive ones need a signed consent that names them
 */
export function mayDisclose(
  consents: readonly ConsentFact[],
  purpose: Purpose,
  recipient: Recipient,
  age: number | null,
  instant: Temporal.Instant,
  categories: readonly DataCategory[] = [],
): DisclosureAnswer {
  if (recipient.kind === 'press' && age !== null && age < OF_AGE) return no('minor_never_in_press');
  const said = consents
    .filter((c) => c.purpose === purpose && covers(c.recipient, recipient))
    .filter((c) => at(c.givenAt, instant) <= 0);
  const standing = said.filter((c) => !isWithdrawn(c, instant) && !isExpired(c, instant));
  const heard = standing.filter((c) => mayConsent(c.givenBy, age));
  const newest = heard.sort(newestFirst)[0];
  if (!newest) return no(whyNobody(said, standing, age, instant));
  if (newest.decision === 'refused') return no('refused');
  const missing = categories.filter((category) => !newest.categories.includes(category));
  if (missing.length > 0) return no('not_these_data');
  const sensitive = categories.some((category) => SENSITIVE_CATEGORIES.includes(category));
  if (sensitive && newest.form !== 'signed') return no('written_consent_needed');
  return { allowed: true, consentId: newest.id, reason: 'consent' };
}

const isWithdrawn = (c: ConsentFact, instant: Temporal.Instant): boolean =>
  c.withdrawnAt !== null && at(c.withdrawnAt, instant) <= 0;

const isExpired = (c: ConsentFact, instant: Temporal.Instant): boolean =>
  c.validUntil !== null && at(c.validUntil, instant) <= 0;

/** Newest first; of one instant, refusals first. */
const newestFirst = (a: ConsentFact, b: ConsentFact): number =>
  at(b.givenAt, a.givenAt) ||
  Number(b.decision === 'refused') - Number(a.decision === 'refused') ||
  (a.id < b.id ? 1 : -1);

function whyNobody(
  said: readonly ConsentFact[],
  standing: readonly ConsentFact[],
  age: number | null,
  instant: Temporal.Instant,
): DisclosureReason {
  if (standing.length > 0) {
    return age !== null && age < CONSENTS_ALONE_FROM
      ? 'guardian_must_consent'
      : 'guardian_no_longer';
  }
  if (said.some((c) => isWithdrawn(c, instant))) return 'withdrawn';
  return said.length > 0 ? 'expired' : 'no_consent';
}
