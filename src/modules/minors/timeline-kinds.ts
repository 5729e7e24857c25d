import { z } from 'zod';
import { LEVELS } from '../../platform/questionnaires/questionnaire';
import { protectedTextData } from '../cases';
import {
  ABDUCTION_DECISIONS,
  ABDUCTION_KINDS,
  ABDUCTION_ROUTES,
  ABDUCTION_STEPS,
} from './domain/abduction';
import { CHILD_WITH, OF_AGE_COURSES } from './domain/child';
import { GUARDIANSHIP_GROUNDS, GUARDIANSHIP_STATES } from './domain/guardianship';
import { INTEREST_COURSES, INTEREST_STAGES } from './domain/interests';
import {
  CHILD_RELATIONS,
  RELATIONSHIP_STATES,
  REUNIFICATION_FINDINGS,
  SUITABILITIES,
  TRACING_RESULTS,
  TRACING_SOURCES,
} from './domain/reunification';
import { CARE_HEARING_OUTCOMES, CARE_OUTCOMES, CARE_STEPS, PLACEMENTS } from './domain/state-care';
import { AUTHORISATION_KINDS } from './domain/travel';

const id = z.uuid();
const situation = z.object({
  situationId: id,
  childWith: z.enum(CHILD_WITH),
  dangerToLife: z.boolean(),
});
const guardianshipDecided = z.object({
  guardianshipId: id,
  personId: id,
  guardianshipState: z.enum(GUARDIANSHIP_STATES),
  reason: protectedTextData,
});
const authorisation = { authorisationId: id, authorisationKind: z.enum(AUTHORISATION_KINDS) };

/** What each entry of such a case's timeline carries: codes, ids, days, protected texts. */
export const minorTimelineKinds = {
  'minor_case.opened': situation,
  'child_situation.recorded': situation,
  'interests.assessed': z.object({
    assessmentId: id,
    interestStage: z.enum(INTEREST_STAGES),
    course: z.enum(INTEREST_COURSES),
    level: z.enum(LEVELS),
    reason: protectedTextData,
  }),
  'guardianship.claimed': z.object({
    guardianshipId: id,
    personId: id,
    ground: z.enum(GUARDIANSHIP_GROUNDS),
    replaces: id.nullable(),
  }),
  'guardianship.decided': guardianshipDecided,
  'guardianship.revoked': guardianshipDecided,
  'travel_authorisation.recorded': z.object({
    ...authorisation,
    expiresOn: z.string().nullable(),
  }),
  'travel_authorisation.revoked': z.object({ ...authorisation, reason: protectedTextData }),
  'state_care.recorded': z.object({ careId: id, placement: z.enum(PLACEMENTS) }),
  'state_care.ended': z.object({
    careId: id,
    careOutcome: z.enum(CARE_OUTCOMES),
    note: protectedTextData,
  }),
  'care_hearing.scheduled': z.object({ careId: id, hearingId: id, heardAt: z.string() }),
  'care_hearing.noted': z.object({
    careId: id,
    hearingId: id,
    hearingOutcome: z.enum(CARE_HEARING_OUTCOMES),
    note: protectedTextData,
  }),
  'care_step.recorded': z.object({ careId: id, careStepId: id, careStep: z.enum(CARE_STEPS) }),
  'abduction.recorded': z.object({
    abductionId: id,
    abductionKind: z.enum(ABDUCTION_KINDS),
    route: z.enum(ABDUCTION_ROUTES),
    replaces: id.nullable(),
  }),
  'abduction_step.recorded': z.object({
    abductionId: id,
    stepId: id,
    abductionStep: z.enum(ABDUCTION_STEPS),
    decision: z.enum(ABDUCTION_DECISIONS).nullable(),
    note: protectedTextData,
  }),
  'tracing.asked': z.object({ tracingId: id, source: z.enum(TRACING_SOURCES) }),
  'tracing.answered': z.object({
    tracingId: id,
    source: z.enum(TRACING_SOURCES),
    tracingResult: z.enum(TRACING_RESULTS),
  }),
  'relative.located': z.object({
    relativeId: id,
    personId: id,
    relation: z.enum(CHILD_RELATIONS),
  }),
  'relationship.decided': z.object({
    relativeId: id,
    relationship: z.enum(RELATIONSHIP_STATES),
    proof: protectedTextData,
  }),
  'family.assessed': z.object({
    relativeId: id,
    familyAssessmentId: id,
    suitability: z.enum(SUITABILITIES),
  }),
  'reunification.recorded': z.object({
    reunificationId: id,
    fromCountry: z.string(),
    toCountry: z.string(),
  }),
  'reunification.followed_up': z.object({
    reunificationId: id,
    followUpId: id,
    reunificationFinding: z.enum(REUNIFICATION_FINDINGS),
    note: protectedTextData,
  }),
  'coming_of_age.recorded': z.object({
    comingOfAgeId: id,
    ofAgeCourse: z.enum(OF_AGE_COURSES),
    note: protectedTextData,
  }),
} as const;
