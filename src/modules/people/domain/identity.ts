import type { Label } from './vocabularies';

/** How far the identity of a person is established. */
export const IDENTITY_STATES = ['unverified', 'presumed', 'verified'] as const;
export type IdentityState = (typeof IDENTITY_STATES)[number];
export const IDENTITY_STATE_LABELS: Readonly<Record<IdentityState, Label>> = {
  unverified: { es: 'Sin verificar', en: 'Unverified' },
  presumed: { es: 'Presunta', en: 'Presumed' },
  verified: { es: 'Verificada', en: 'Verified' },
};

/** What each state may become. A verification found wrong goes back to the start, with its reason. */
const NEXT = {
  unverified: ['presumed', 'verified'],
  presumed: ['verified', 'unverified'],
  verified: ['unverified'],
} as const satisfies Record<IdentityState, readonly IdentityState[]>;

export const identityAllows = (state: IdentityState): readonly IdentityState[] => NEXT[state];

/** The factor on which the presumption of nationality rests. */
export const POSSIBLE_TRAFFICKING_VICTIM = 'victim_of_trafficking';

export interface IdentityFacts {
  nationality: string | null;
  documents: number;
  vulnerability: readonly string[];
}

/** Why a state cannot be reached, or null when it can. */
export type IdentityObstacle = 'IDENTITY_NEEDS_DOCUMENT' | 'IDENTITY_PRESUMED_IS_PERUVIAN';

/**
 * Presumption says "Peruvian until checked", so it needs that nationality; verification rests on a
 * document on file (RC: identity is proved by document).
 */
export function identityObstacle(to: IdentityState, facts: IdentityFacts): IdentityObstacle | null {
  if (to === 'presumed' && facts.nationality !== 'PE') return 'IDENTITY_PRESUMED_IS_PERUVIAN';
  if (to === 'verified' && facts.documents === 0) return 'IDENTITY_NEEDS_DOCUMENT';
  return null;
}

/**
 * The state in which a person is registered when nobody says otherwise. Someone without documents who
 * may be a victim of trafficking is presumed Peruvian until checked (D.S. 005-2016-IN §4).
 */
export function initialIdentity(facts: IdentityFacts): IdentityState {
  const presumed =
    facts.documents === 0 &&
    facts.nationality === 'PE' &&
    facts.vulnerability.includes(POSSIBLE_TRAFFICKING_VICTIM);
  return presumed ? 'presumed' : 'unverified';
}
