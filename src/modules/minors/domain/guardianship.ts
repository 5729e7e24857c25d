import type { Labels } from '../../../platform/i18n/bilingual';
import { Temporal } from '@js-temporal/polyfill';

export const GUARDIANSHIP_GROUNDS = [
  'parental_authority',
  'custody_judgment',
  'guardianship_order',
  'state_care_order',
  'power_of_attorney',
] as const;
/** On what somebody says that they answer for the child. */
export type GuardianshipGround = (typeof GUARDIANSHIP_GROUNDS)[number];
export const GUARDIANSHIP_GROUND_LABELS: Labels<GuardianshipGround> = {
  parental_authority: { es: 'Patria potestad', en: 'Parental authority' },
  custody_judgment: { es: 'Sentencia de tenencia o custodia', en: 'Custody judgment' },
  guardianship_order: { es: 'Resolución de tutela', en: 'Guardianship order' },
  state_care_order: { es: 'Orden de protección estatal', en: 'State care order' },
  power_of_attorney: { es: 'Poder', en: 'Power of attorney' },
};

export const GUARDIANSHIP_STATES = ['claimed', 'verified', 'rejected', 'revoked'] as const;
export type GuardianshipState = (typeof GUARDIANSHIP_STATES)[number];
export const GUARDIANSHIP_STATE_LABELS: Labels<GuardianshipState> = {
  claimed: { es: 'Por verificar', en: 'To be verified' },
  verified: { es: 'Verificada', en: 'Verified' },
  rejected: { es: 'Rechazada', en: 'Rejected' },
  revoked: { es: 'Revocada', en: 'Revoked' },
};
/** From where a guardianship may go. What was wrong is claimed anew, in place of the old one. */
export const GUARDIANSHIP_TRANSITIONS = {
  claimed: ['verified', 'rejected'],
  verified: ['revoked'],
  rejected: [],
  revoked: [],
} as const satisfies Record<GuardianshipState, readonly GuardianshipState[]>;

export interface GuardianshipFact {
  id: string;
  personId: string;
  ground: GuardianshipGround;
  state: GuardianshipState;
  /** Alone: the other parent has no say. */
  sole: boolean;
  issuedOn: Temporal.PlainDate | null;
  /** The last day on which it counts. */
  expiresOn: Temporal.PlainDate | null;
  /** A later entry took its place. */
  replaced: boolean;
  claimedAt: Temporal.Instant;
  decidedAt: Temporal.Instant | null;
  /** When it was revoked or replaced. */
  endedAt: Temporal.Instant | null;
}

const compare = Temporal.PlainDate.compare;

/** Verified, standing on `day`, and neither revoked nor replaced: the only one that counts. */
export const counts = (
  { state, replaced, issuedOn, expiresOn }: GuardianshipFact,
  day: Temporal.PlainDate,
): boolean =>
  state === 'verified' &&
  !replaced &&
  (issuedOn === null || compare(issuedOn, day) <= 0) &&
  (expiresOn === null || compare(day, expiresOn) <= 0);

/** Whether somebody's guardianship counts on `day`. */
export const answersFor = (
  guardianships: readonly GuardianshipFact[],
  personId: string,
  day: Temporal.PlainDate,
): boolean => guardianships.some((g) => g.personId === personId && counts(g, day));

/** A child, and who says that they answer for them, as one case knows it. */
export interface ChildKept {
  childId: string;
  /** Of age: speaks for themselves, and this rule no longer does. */
  ofAge: boolean;
  /** The day at the post of the case. */
  day: Temporal.PlainDate;
  guardianships: readonly GuardianshipFact[];
}

/**
 * Whether a private person may be told anything of the children: only the child themselves, and
 * whoever's guardianship is verified on that day, for each of them. `personId` is null for somebody
 * who is not in the register: whoever cannot be verified is told nothing.
 * Default: Código de los Niños y Adolescentes art. 6; Ley 29733 art. 13.
 */
export function mayBeTold(kept: readonly ChildKept[], personId: string | null): boolean {
  const minors = kept.filter(({ ofAge }) => !ofAge);
  const isChild = minors.some(({ childId }) => childId === personId);
  const children = new Set(minors.map(({ childId }) => childId));
  return (
    isChild ||
    [...children].every((child) =>
      minors.some(
        ({ childId, guardianships, day }) =>
          childId === child && personId !== null && answersFor(guardianships, personId, day),
      ),
    )
  );
}
