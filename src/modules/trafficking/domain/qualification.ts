import type { AgeFinding } from './protection';
import type { MeansOfControl, TraffickingAct, TraffickingPurpose } from './vocabulary';

/** What was done to the person, as far as it is known. */
export interface ToldExploitation {
  acts: readonly TraffickingAct[];
  means: readonly MeansOfControl[];
  purposes: readonly TraffickingPurpose[];
  /** The person says that they agreed. Part of the story, never of the question. */
  consentStated: boolean | null;
}

export interface Qualification {
  /** The elements of trafficking are there. */
  trafficking: boolean;
  missing: readonly ('act' | 'means' | 'purpose')[];
}

/**
 * Whether what was told holds the elements of trafficking: act, means and purpose; of a minor, or one
 * presumed so, act and purpose are enough. Consent changes nothing, an adult's neither (Ley 28950 as
 * amended by Ley 30251; Palermo Protocol art. 3). It proposes: the officer decides.
 */
export function qualify(told: readonly ToldExploitation[], age: AgeFinding | null): Qualification {
  const some = <T>(of: (one: ToldExploitation) => readonly T[]): boolean =>
    told.some((one) => of(one).length > 0);
  const isMinor = age === 'minor' || age === 'presumed_minor';
  const isMeans = ({ means }: ToldExploitation) => means.filter((code) => code !== 'not_specified');
  const missing = [
    ...(some(({ acts }) => acts) ? [] : ['act' as const]),
    ...(isMinor || some(isMeans) ? [] : ['means' as const]),
    ...(some(({ purposes }) => purposes) ? [] : ['purpose' as const]),
  ];
  return { trafficking: missing.length === 0, missing };
}
