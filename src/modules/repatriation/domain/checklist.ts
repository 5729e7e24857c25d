import { eligibility, type Condition } from './eligibility';
import { eligibilityFacts, type RepatriationFacts } from './repatriation-facts';
import { isOver } from './schedule';
import { STEPS_OF_FACTS, type FactOfStep } from './template';

/** One step of the guided work; a required one must be done before the case closes. */
export interface GuidedStep {
  code: string;
  done: boolean;
  required: boolean;
  /** Of a step of the plan, which its template names. */
  label?: { es: string; en: string };
}

/** Conditions that a step of the plan says as well. */
const STEP_OF_CONDITION: Partial<Record<Condition, FactOfStep>> = {
  undertaking_or_waiver: 'undertaking',
  reception_accepted: 'reception',
};
function inPlan({ steps }: RepatriationFacts, condition: Condition): boolean {
  const fact = STEP_OF_CONDITION[condition];
  return fact !== undefined && steps.some(({ code }) => code === STEPS_OF_FACTS[fact]);
}

/** What eligibility asks of the type, then the steps of the plan; no mandatory one stays open at the end. */
export const repatriationChecklist = (facts: RepatriationFacts): GuidedStep[] => [
  ...eligibility(facts.type, eligibilityFacts(facts))
    .filter(({ required, condition }) => required && !inPlan(facts, condition))
    .map(({ condition, finding }) => ({
      code: `condition_${condition}`,
      done: finding === 'met',
      required: false,
    })),
  ...facts.steps.map((step) => ({
    code: `step_${step.code}`,
    label: step.label,
    done: isOver(step),
    required: step.mandatory,
  })),
];
