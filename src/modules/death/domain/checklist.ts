import { needsNecropsy } from './death';
import type { DeathFacts } from './death-facts';
import { areAtRest, caresForRemains, decisionOf, kinSettled } from './plan-death';

/** One step of the guided work; a required one must be done before the case closes. */
export interface GuidedStep {
  code: string;
  done: boolean;
  required: boolean;
}

/**
 * What is to be done after a death, in the order of the work: the family first, then whose remains they
 * are, the way of the remains, the registration, the investigation and the estate (rules §6).
 */
export function deathChecklist(facts: DeathFacts): GuidedStep[] {
  const step = (code: string, done: boolean, required = true): GuidedStep => ({
    code,
    done,
    required,
  });
  const when = (applies: boolean, ...steps: GuidedStep[]) => (applies ? steps : []);
  const reported = (subject: string) => facts.reports.some((r) => r.subject === subject);
  const remains = caresForRemains(facts);
  const decided = decisionOf(facts) !== null || areAtRest(facts);
  return [
    step('kin_informed', kinSettled(facts) !== null),
    ...when(facts.custodyKnownAt !== null, step('custody_reported', reported('custody'))),
    step('remains_identified', facts.identification === 'verified', facts.type !== 'estate'),
    ...when(facts.type !== 'estate', step('remains_decided', decided)),
    ...when(
      remains,
      // which are needed is known with what was decided
      step('remains_documented', decided && facts.pendingDocuments.length === 0),
    ),
    ...when(remains, step('remains_at_rest', areAtRest(facts))),
    step('death_registered', facts.registrations.length > 0),
    ...when(
      needsNecropsy(facts.manner) || facts.necropsies > 0,
      step('necropsy_recorded', facts.necropsies > 0, false),
    ),
    ...when(
      facts.inquiryKnownAt !== null || facts.inquiries.length > 0,
      step(
        'inquiry_concluded',
        facts.inquiries.length > 0 && facts.inquiries.every((i) => i.concludedAt !== null),
      ),
    ),
    step('heirs_asked', facts.heirs !== 'not_asked', facts.type === 'estate'),
    ...when(facts.noHeirsKnownAt !== null, step('estate_reported', reported('estate'))),
    ...when(
      facts.effects.length > 0,
      step(
        'effects_handed_over',
        facts.effects.every((e) => e.handedOverAt !== null),
      ),
    ),
  ];
}
