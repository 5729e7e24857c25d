import { canSpeak } from './missing-person';
import type { MissingFacts } from './missing-facts';
import { interestOf, resultOf } from './plan-missing';

/** One step of the guided work; a required one must be done before the case closes. */
export interface GuidedStep {
  code: string;
  done: boolean;
  required: boolean;
}

/**
 * The search in order: first whether whoever asks may ask, then the letters, then the result, what the
 * located person wants, and the answer (rules §6).
 */
export function missingChecklist(facts: MissingFacts): GuidedStep[] {
  const step = (code: string, done: boolean, required = true): GuidedStep => ({
    code,
    done,
    required,
  });
  const interest = interestOf(facts)?.decision ?? null;
  const result = resultOf(facts)?.result ?? null;
  const when = (applies: boolean, ...steps: GuidedStep[]) => (applies ? steps : []);
  return [
    step('interest_decided', interest !== null),
    ...when(
      interest !== 'refused',
      step('search_begun', facts.inquiries.length > 0),
      step('search_concluded', result !== null),
    ),
    ...when(
      result !== null && canSpeak(result),
      step(
        'located_person_asked',
        facts.wills.some(({ will }) => will !== 'not_asked'),
      ),
    ),
    ...when(result === 'found_dead', step('death_case_opened', facts.linked.includes('death'))),
    ...when(
      result === 'found_detained',
      step('detention_linked', facts.linked.includes('detention')),
    ),
    step('requester_answered', facts.answers.length > 0),
  ];
}
