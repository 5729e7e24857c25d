import { contactMilestones } from '../../obligations';
import { rankOf } from './risk';
import type { SupportService } from './protection';
import type { AssessmentFact, ViolenceFacts } from './violence-facts';

/** One step of the guided work; a required one must be done before the case closes. */
export interface GuidedStep {
  code: string;
  done: boolean;
  required: boolean;
}

/** What the checklist needs beside the facts that plan the duties. */
export interface GuideContext {
  safeContact: boolean;
  incidents: number;
  safetyPlan: boolean;
  services: readonly SupportService[];
  outcomes: number;
  /** Assessments whose level a responsible person accepted for closing, with a reason. */
  acceptedAssessments: readonly string[];
}

/** The newest assessment, by the time at which it was made. */
export const lastAssessment = (facts: ViolenceFacts): AssessmentFact | null =>
  facts.assessments.reduce<AssessmentFact | null>(
    (last, next) =>
      !last ||
      next.occurredAt.epochMilliseconds > last.occurredAt.epochMilliseconds ||
      (next.occurredAt.equals(last.occurredAt) && next.id > last.id)
        ? next
        : last,
    null,
  );

/** Low or moderate, or a responsible person said why the case may close all the same. */
export function mayCloseByRisk(last: AssessmentFact | null, accepted: readonly string[]): boolean {
  return last !== null && (rankOf(last.level) <= rankOf('moderate') || accepted.includes(last.id));
}

/**
 * Procedure and guidelines for the assistance to victims of gender violence (2023), as steps in the
 * order of the work: first how to reach the person without harm, then how much danger there is, then
 * everything else. Closing waits for the risk, the outcome, and the follow-up of a return.
 */
export function violenceChecklist(facts: ViolenceFacts, context: GuideContext): GuidedStep[] {
  const step = (code: string, done: boolean, required = false): GuidedStep => ({
    code,
    done,
    required,
  });
  const offered = (service: SupportService) => context.services.includes(service);
  return [
    step('safe_contact_arranged', context.safeContact),
    step('first_contact', contactMilestones(facts).firstContactAt !== null),
    step('risk_assessed', facts.assessments.length > 0),
    step('safety_plan_made', context.safetyPlan),
    step('incident_recorded', context.incidents > 0),
    step('health_offered', offered('medical') || offered('psychological')),
    step('legal_help_offered', offered('legal')),
    step('complaint_explained', offered('complaint')),
    step('protection_considered', facts.measures.length > 0),
    ...facts.returns.slice(0, 1).map(() =>
      step(
        'return_followed_up',
        facts.returns.every((r) => r.followUps.some(({ finding }) => finding === 'safe')),
        true,
      ),
    ),
    step(
      'risk_low_or_explained',
      mayCloseByRisk(lastAssessment(facts), context.acceptedAssessments),
      true,
    ),
    step('assistance_recorded', context.outcomes > 0, true),
  ];
}
