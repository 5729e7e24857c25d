import { TIERS, type Tier } from './case-vocabulary';

/** Kinds of membership that are given by hand; `assigned` follows the assignment. */
export const ADMITTED_KINDS = ['circle', 'second', 'honorary'] as const;
export type AdmittedKind = (typeof ADMITTED_KINDS)[number];

/** Why somebody of the staff may not be in a case's circle, nor break the glass (rules §4). */
export const BAR_GROUNDS = [
  'is_the_aggressor',
  'related_to_aggressor',
  'related_to_victim',
  'at_the_persons_request',
  'conflict_of_interest',
] as const;
export type BarGround = (typeof BAR_GROUNDS)[number];

/** What someone is to a case, beside seeing it. */
export interface Standing {
  isAssignee: boolean;
  /** Of the case's post, acting heads included. */
  isHead: boolean;
  isProtectionDesk: boolean;
}

/** Who admits to a case and changes how closed it is (starting matrix, default). */
export const keepsCircle = (standing: Standing): boolean =>
  standing.isAssignee || standing.isHead || standing.isProtectionDesk;

const closedness = (tier: Tier): number => TIERS.indexOf(tier);

/**
 * The tiers that someone may give a case. Whoever keeps its circle may close it further; only the
 * head of post and the protection desk may open it again, and never below what its type asks for
 * (rules §4, default).
 */
export function tiersWithin(current: Tier, ofType: Tier, standing: Standing): Tier[] {
  if (!keepsCircle(standing)) return [];
  const opens = standing.isHead || standing.isProtectionDesk;
  return TIERS.filter(
    (tier) =>
      tier !== current &&
      closedness(tier) >= closedness(ofType) &&
      (opens || closedness(tier) > closedness(current)),
  );
}

export interface MembershipFact {
  id: string;
  until: Date | null;
  active: boolean;
}

/** Whether a sealed case would be left to no one, now or when the last dated membership ends. */
export const leavesNobody = (members: readonly MembershipFact[], ending: string): boolean =>
  !members.some((member) => member.id !== ending && member.active && member.until === null);
