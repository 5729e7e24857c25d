import { z } from 'zod';
import { protectedTextData } from '../cases';
import { UNDERTAKINGS } from './domain/eligibility';
import { SEGMENT_MODES } from './domain/itinerary';
import { JOURNEY_PAPERS } from './domain/journey';
import { REPATRIATION_TYPES } from './domain/repatriation-type';
import { STEP_STATES } from './domain/schedule';
import {
  BENEFIT_CHANNELS,
  CONSULTATION_STATES,
  RECEPTION_STAGES,
  REIMBURSEMENTS,
  RETURN_FINDINGS,
} from './domain/vocabulary';

const id = z.uuid();
const instant = z.string();
const words = z.object({ es: z.string(), en: z.string() });
const step = { stepId: id, step: words };

/** What each entry of such a case's timeline carries: codes, ids, days, protected texts. */
export const repatriationTimelineKinds = {
  'repatriation.opened': z.object({ repatriationType: z.enum(REPATRIATION_TYPES) }),
  'repatriation.conditions_told': z.object({
    agreed: z.boolean().nullable(),
    removal: z.boolean(),
  }),
  'repatriation.given_up': z.object({ reason: protectedTextData }),
  'repatriation_step.changed': z.object({
    ...step,
    stepState: z.enum(STEP_STATES),
    reason: protectedTextData.nullable(),
  }),
  'repatriation_step.moved': z.object({ ...step, notBeforeOn: z.string() }),
  'repatriation_step.assigned': z.object({ ...step, ownerId: id.nullable() }),
  'undertaking.recorded': z.object({
    undertakingId: id,
    undertaking: z.enum(UNDERTAKINGS),
    waivedPercent: z.number(),
  }),
  'consultation.asked': z.object({ consultationId: id, consultation: z.enum(CONSULTATION_STATES) }),
  'consultation.answered': z.object({
    consultationId: id,
    consultation: z.enum(CONSULTATION_STATES),
  }),
  'return.reported': z.object({ consultationId: id, consultation: z.enum(CONSULTATION_STATES) }),
  'journey_paper.recorded': z.object({
    paperId: id,
    paper: z.enum(JOURNEY_PAPERS),
    expiresOn: z.string().nullable(),
  }),
  'itinerary_segment.recorded': z.object({
    segmentId: id,
    mode: z.enum(SEGMENT_MODES),
    departsAt: instant,
    arrivesAt: instant,
  }),
  'itinerary_segment.cancelled': z.object({ segmentId: id, reason: protectedTextData }),
  'return_reception.recorded': z.object({
    receptionId: id,
    stage: z.enum(RECEPTION_STAGES),
    accepted: z.boolean(),
  }),
  'return.handed_over': z.object({ receptionId: id }),
  'return.boarded': z.object({ boardingId: id }),
  'return.arrived': z.object({ arrivalId: id, entryPoint: protectedTextData }),
  'benefits.told': z.object({ noticeId: id, benefitChannel: z.enum(BENEFIT_CHANNELS) }),
  'repatriation.followed_up': z.object({ followUpId: id, finding: z.enum(RETURN_FINDINGS) }),
  'repatriation_debt.settled': z.object({ debtId: id, debt: z.enum(REIMBURSEMENTS) }),
} as const;
