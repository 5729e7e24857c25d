import { owedOf, type Cost } from './itinerary';
import { REQUIRED_CONDITIONS } from './eligibility';
import { undertakingOf, type RepatriationFacts } from './repatriation-facts';
import type { Reimbursement } from './vocabulary';

/**
 * The debt that a boarding brings: what the State paid, without the part that was waived, of a type that
 * asks for an undertaking (rules §6: sworn undertaking to reimburse, wholly or partly waived).
 */
export function debtAtBoarding(facts: RepatriationFacts): { state: Reimbursement; costs: Cost[] } {
  const asked = REQUIRED_CONDITIONS[facts.type].includes('undertaking_or_waiver');
  const costs = asked ? owedOf(facts.segments, undertakingOf(facts)?.waivedPercent ?? 0) : [];
  return { state: costs.length > 0 ? 'due' : 'not_due', costs };
}
