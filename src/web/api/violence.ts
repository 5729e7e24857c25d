import { get, post, type Sending } from './client';
import type { Schemas } from './types';

export type ViolencePanel = Schemas['ViolenceCaseResponse'];
export type RiskInstrument = Schemas['CurrentQuestionnaireResponse'];
export type NewViolenceCase = Schemas['OpenViolenceCaseRequest'];

export {
  DecideMeasureRequest_decision as MEASURE_DECISIONS,
  FollowUpReturnRequest_finding as FOLLOW_UP_FINDINGS,
  OpenViolenceCaseRequest_type as VIOLENCE_CASE_TYPES,
  RecordChildRequest_situation as CHILD_SITUATIONS,
  RecordIncidentRequest_aggressorRelation as AGGRESSOR_RELATIONS,
  RecordIncidentRequest_context as INCIDENT_CONTEXTS,
  RecordIncidentRequest_gbvimsType as GBVIMS_TYPES,
  RecordIncidentRequest_types as VIOLENCE_TYPES,
  RecordMeasureRequest_kind as MEASURE_KINDS,
  RecordOutcomeRequest_outcome as ASSISTANCE_OUTCOMES,
  RecordServiceRequest_service as SUPPORT_SERVICES,
  RecordServiceRequest_state as SERVICE_STATES,
  RiskAssessmentResponse_level as RISK_LEVELS,
} from './enums';

export const SAFETY_PLAN_PARTS = [
  'safePlace',
  'escapeRoute',
  'documentsBag',
  'codeWordWithChildren',
  'trustedPeople',
  'telephoneUse',
  'emergencyNumbers',
  'workOrSchool',
  'other',
] as const;

export const openViolenceCase = (body: NewViolenceCase, key: string) =>
  post('/api/v1/violence-cases', body, { key });
export const readRiskInstrument = () => get('/api/v1/risk-instruments/current');
export const assessRisk = (id: string, body: Schemas['AssessRiskRequest'], sending: Sending) =>
  post('/api/v1/violence-cases/{id}/risk-assessments', body, { ...sending, at: { id } });
export const recordSafetyPlan = (
  id: string,
  body: Schemas['RecordSafetyPlanRequest'],
  sending: Sending,
) => post('/api/v1/violence-cases/{id}/safety-plans', body, { ...sending, at: { id } });

export const listRiskInstruments = () => get('/api/v1/risk-instruments');
export const createRiskInstrument = (
  content: RiskInstrument['content'],
  reason: string,
  sending: Sending,
) => post('/api/v1/risk-instruments', { content: content as never, reason }, sending);
