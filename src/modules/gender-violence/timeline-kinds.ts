import { z } from 'zod';
import { protectedTextData } from '../cases';
import { ASSISTANCE_OUTCOMES, FOLLOW_UP_FINDINGS } from './domain/course';
import { GBVIMS_TYPES, INCIDENT_CONTEXTS, VIOLENCE_TYPES } from './domain/incident';
import {
  CHILD_SITUATIONS,
  MEASURE_KINDS,
  MEASURE_STATES,
  SERVICE_STATES,
  SUPPORT_SERVICES,
} from './domain/protection';
import { RISK_LEVELS } from './domain/risk';

const id = z.uuid();
const measure = z.object({
  measureId: id,
  measureKind: z.enum(MEASURE_KINDS),
  measureState: z.enum(MEASURE_STATES),
  expiresOn: z.string().nullable(),
});
const service = z.object({
  serviceId: id,
  service: z.enum(SUPPORT_SERVICES),
  serviceState: z.enum(SERVICE_STATES),
});

/** What each entry of such a case's timeline carries: codes, ids, days, protected texts. */
export const violenceTimelineKinds = {
  'violence_case.opened': z.object({}),
  'incident.recorded': z.object({
    incidentId: id,
    violenceTypes: z.array(z.enum(VIOLENCE_TYPES)),
    gbvimsType: z.enum(GBVIMS_TYPES),
    context: z.enum(INCIDENT_CONTEXTS),
    replaces: id.nullable(),
  }),
  'risk.assessed': z.object({
    assessmentId: id,
    level: z.enum(RISK_LEVELS),
    computedLevel: z.enum(RISK_LEVELS),
    score: z.int(),
    reason: protectedTextData,
  }),
  'risk.accepted': z.object({ assessmentId: id, reason: protectedTextData }),
  'safety_plan.recorded': z.object({ planId: id, version: z.int() }),
  'protection_measure.recorded': measure,
  'protection_measure.changed': measure,
  'child.recorded': z.object({
    childId: id,
    personId: id,
    situation: z.enum(CHILD_SITUATIONS),
  }),
  'service.recorded': service,
  'service.answered': service,
  'return.recorded': z.object({ returnId: id }),
  'return.followed_up': z.object({
    returnId: id,
    followUpId: id,
    finding: z.enum(FOLLOW_UP_FINDINGS),
    note: protectedTextData,
  }),
  'assistance_outcome.recorded': z.object({
    outcomeId: id,
    assistanceOutcome: z.enum(ASSISTANCE_OUTCOMES),
    note: protectedTextData,
  }),
} as const;
