import { contactMilestones } from '../../obligations';
import type { MinorCaseType } from './child';
import { counts } from './guardianship';
import { mayTravel } from './travel';
import type { MinorFacts } from './minor-facts';
import type { Temporal } from '@js-temporal/polyfill';
import { isOfAge } from './child';

/** One step of the guided work; a required one must be done before the case closes. */
export interface GuidedStep {
  code: string;
  done: boolean;
  required: boolean;
}

/** What the checklist needs beside the facts that plan the duties. */
export interface GuideContext {
  type: MinorCaseType;
  /** Steps of tracing. */
  tracings: number;
  /** Steps taken with the authority that cares for the child, by kind. */
  careSteps: readonly string[];
}

/**
 * What is done for a child, in the order of the work (CRC arts. 3, 9–12, 20–22; general comments 6
 * and 14). Closing waits for the whole assessment while the child is one, for the outcome of the care
 * of a State and of an abduction, for the follow-up, and for what follows the coming of age.
 */
export function minorChecklist(
  facts: MinorFacts,
  context: GuideContext,
  today: Temporal.PlainDate,
): GuidedStep[] {
  const step = (code: string, done: boolean, required = false): GuidedStep => ({
    code,
    done,
    required,
  });
  const adult = isOfAge(facts.age, today);
  const full = facts.interests.some(({ stage }) => stage === 'full');
  const alone = context.type === 'unaccompanied_minor' || context.type === 'separated_minor';
  const abductions = facts.abductions.filter(({ replacedAt }) => !replacedAt);
  const decided = abductions.every(({ steps }) =>
    steps.some((s) => s.step === 'decision' || s.step === 'child_returned'),
  );
  const followed = facts.reunions.every(({ followUps }) =>
    followUps.some(({ finding }) => finding === 'safe'),
  );
  const when = (applies: boolean, ...steps: GuidedStep[]) => (applies ? steps : []);
  return [
    step('first_contact', contactMilestones(facts).firstContactAt !== null),
    step('interests_looked_at', facts.interests.length > 0),
    step('interests_assessed', full, !adult),
    step(
      'guardian_verified',
      facts.guardianships.some((g) => counts(g, today)),
    ),
    ...when(alone, step('tracing_begun', context.tracings > 0)),
    ...when(
      context.type === 'minor_in_state_care' || facts.care.length > 0,
      step('state_care_recorded', facts.care.length > 0),
      step('asked_to_be_heard', context.careSteps.includes('request_to_be_heard')),
      step(
        'state_care_ended',
        facts.care.every(({ endedAt }) => endedAt !== null),
        true,
      ),
    ),
    ...when(
      context.type === 'custody_or_abduction',
      step('abduction_recorded', abductions.length > 0),
    ),
    ...when(abductions.length > 0, step('abduction_decided', decided, true)),
    ...when(
      !adult && full,
      step('travel_authorised', mayTravel(facts, { day: today, destination: 'PE' }).allowed),
    ),
    ...when(facts.reunions.length > 0, step('reunification_followed_up', followed, true)),
    ...when(adult, step('of_age_handed_over', facts.comingsOfAge.length > 0, true)),
  ];
}
