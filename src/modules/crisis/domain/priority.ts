import type { CrisisPolicy } from './policy';
import type { Need } from './vocabulary';

/** What decides who is helped first. */
export interface Situation {
  /** Codes of *Vulnerability factors*. */
  vulnerability: readonly string[];
  openNeeds: readonly Need[];
}

/**
 * Points of a person: those of every open need and factor, each once (weights: default, policy of
 * headquarters). More points go first; a need that is met gives none.
 */
export function priorityOf(
  { vulnerability, openNeeds }: Situation,
  policy: Pick<CrisisPolicy, 'needs' | 'vulnerability'>,
): number {
  const ofNeeds = [...new Set(openNeeds)].map((need) => policy.needs[need]);
  const ofFactors = [...new Set(vulnerability)].map((code) => policy.vulnerability[code] ?? 0);
  return [...ofNeeds, ...ofFactors].reduce((sum, points) => sum + points, 0);
}
