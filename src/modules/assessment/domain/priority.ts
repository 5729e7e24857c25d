import type { Priority } from '../../cases';
import type { AssessmentConclusion } from '../../obligations';
import type { AssessmentPolicyContent } from './assessment-policy';

/** What raises a case above others. */
export interface PriorityFacts {
  /** Whether its family puts it above all other work: then nothing is more urgent. */
  comesFirst: boolean;
  /** Of the newest assessment; null: none yet. */
  conclusion: AssessmentConclusion | null;
  /** Of the person's file and of the newest assessment. */
  factors: readonly string[];
  /** Completed years; null when not known. */
  age: number | null;
}

/** Points of a case: each factor once, whoever noted it; age beside the factors that name it. */
export function pointsOf(
  facts: PriorityFacts,
  policy: AssessmentPolicyContent['priority'],
): number {
  const { youngerThan, olderThan } = policy;
  const ofFactors = [...new Set(facts.factors)].map((factor) => policy.factors[factor] ?? 0);
  const young = facts.age !== null && facts.age < youngerThan.years;
  const old = facts.age !== null && facts.age > olderThan.years;
  return (
    (facts.conclusion ? (policy.conclusions[facts.conclusion] ?? 0) : 0) +
    ofFactors.reduce((sum, points) => sum + points, 0) +
    (young && !facts.factors.includes('child_or_adolescent') ? youngerThan.points : 0) +
    (old && !facts.factors.includes('older_adult') ? olderThan.points : 0)
  );
}

/** How soon a case wants attention (default weights: versioned data of headquarters). */
export function priorityOf(
  facts: PriorityFacts,
  policy: AssessmentPolicyContent['priority'],
): Priority {
  if (facts.comesFirst) return 'urgent';
  const points = pointsOf(facts, policy);
  if (points >= policy.urgent) return 'urgent';
  return points >= policy.high ? 'high' : 'normal';
}
