import type { DetentionFacts } from './detention-facts';
import { detentionMilestones } from './plan-detention';
import { isClosingStage } from './stage';
import { stageAt } from './stage-history';
import { currentWish } from './wishes';

/** One step of the work on a detention; a required one must be done before the case closes. */
export interface ChecklistStep {
  code: string;
  done: boolean;
  required: boolean;
}

/** What the checklist needs beside the facts that plan the duties. */
export interface ChecklistContext {
  hasLawyer: boolean;
  hasCharges: boolean;
  identityVerified: boolean;
}

/**
 * The steps of rules §3 in the order of the work. Closing waits for the end of the detention, for
 * every allegation to be assessed and every note verbale to be answered, insisted upon or explained,
 * and for every expulsion to be reviewed.
 */
export function detentionChecklist(
  facts: DetentionFacts,
  context: ChecklistContext,
): ChecklistStep[] {
  const { firstContactAt, lastVisitAt } = detentionMilestones(facts);
  const asked = (subject: 'visit' | 'family') =>
    (currentWish(facts.wishes, subject)?.wish ?? 'not_asked') !== 'not_asked';
  const familyWished = currentWish(facts.wishes, 'family')?.wish === 'yes';
  const insisted = new Set(facts.notesVerbales.map((note) => note.followsId));
  const step = (code: string, done: boolean): ChecklistStep => ({ code, done, required: false });
  const required = (code: string, done: boolean): ChecklistStep => ({ code, done, required: true });
  return [
    step('first_contact', firstContactAt !== null),
    step('visit_wish', asked('visit')),
    step('family_wish', asked('family')),
    ...(familyWished ? [step('family_notified', facts.familyNotifications.length > 0)] : []),
    step('first_visit', lastVisitAt !== null),
    step('identity_verified', context.identityVerified),
    step('facility_known', facts.stays.length > 0),
    step('charges_known', context.hasCharges),
    step('lawyer', context.hasLawyer),
    ...facts.expulsions.slice(0, 1).map(() =>
      required(
        'expulsions_reviewed',
        facts.expulsions.every((e) => e.reviews.length > 0),
      ),
    ),
    ...facts.notesVerbales.slice(0, 1).map(() =>
      required(
        'notes_verbales_answered',
        facts.notesVerbales.every((n) => n.repliedAt || n.explainedAt || insisted.has(n.id)),
      ),
    ),
    ...facts.allegations.slice(0, 1).map(() =>
      required(
        'mistreatment_assessed',
        facts.allegations.every((a) => a.assessedAt),
      ),
    ),
    required('closing_stage', isClosingStage(stageAt(facts.stages))),
  ];
}
