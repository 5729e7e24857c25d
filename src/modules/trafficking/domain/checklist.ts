import { contactMilestones } from '../../obligations';
import type { TraffickingFacts } from './trafficking-facts';
import type { ReferralRecipient } from './protection';

/** One step of the guided work; a required one must be done before the case closes. */
export interface GuidedStep {
  code: string;
  done: boolean;
  required: boolean;
}

/** What the checklist needs beside the facts that plan the duties. */
export interface GuideContext {
  safeContact: boolean;
  findings: number;
  exploitations: number;
  perpetrators: number;
}

/**
 * The steps of the intersectoral protocol (D.S. 005-2016-IN, updated by D.S. 007-2023-IN) in the order
 * of the work. Closing waits for identity, for those whom the law obliges to tell, and for the
 * follow-up of a return.
 */
export function traffickingChecklist(facts: TraffickingFacts, context: GuideContext): GuidedStep[] {
  const step = (code: string, done: boolean, required = false): GuidedStep => ({
    ...{ code, done, required },
  });
  const arrived = facts.returns.filter(({ arrivedAt }) => arrivedAt !== null);
  const told = (recipient: ReferralRecipient) =>
    facts.referrals.some((referral) => referral.recipient === recipient);
  return [
    step('safe_contact_arranged', context.safeContact),
    step('first_contact', contactMilestones(facts).firstContactAt !== null),
    step('indicators_recorded', context.findings > 0),
    step(
      'identity_verified',
      facts.checks.some((c) => c.nationalityFinding !== 'not_yet' && c.ageFinding !== 'not_yet'),
      true,
    ),
    step('exploitation_recorded', context.exploitations > 0),
    step('perpetrators_recorded', context.perpetrators > 0),
    step('prosecutor_told', told('host_prosecutor'), true),
    step('headquarters_told', told('headquarters'), true),
    step('police_unit_told', told('police_unit'), true),
    step('cooperation_unit_told', told('cooperation_unit'), true),
    step('reflection_offered', facts.reflections.length > 0),
    ...arrived.slice(0, 1).map(() =>
      step(
        'return_followed_up',
        arrived.every(({ followUps }) => followUps.some(({ finding }) => finding === 'safe')),
        true,
      ),
    ),
  ];
}
