import { eligibility } from './eligibility';
import { eligibilityFacts, type RepatriationFacts } from './repatriation-facts';
import { isOver } from './schedule';

/** One step of the guided work; a required one must be done before the case closes. */
export interface GuidedStep {
  code: string;
  done: boolean;
  required: boolean;
  /** Of a step of the plan, which its template names. */
  label?: { es: string; en: string };
}

/** What eligibility asks of the type, then the steps of the plan; no mandatory one stays open at the end. */
export const repatriationChecklist = (facts: RepatriationFacts): GuidedStep[] => [
  ...eligibility(facts.type, eligibilityFacts(facts))
    .filter(({ required }) => required)
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
