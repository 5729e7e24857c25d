import { get, post, type Sending } from './client';
import type { Schemas } from './types';

export type RepatriationPanel = Schemas['RepatriationResponse'];
export type PlanStep = Schemas['PlanStepResponse'];
export type NewRepatriation = Schemas['OpenRepatriationRequest'];
export type NewSegment = Schemas['RecordSegmentRequest'];
export type PlanTemplates = Schemas['PlanTemplatesResponse'];
export type ReimbursementPolicy = Schemas['ReimbursementPolicyContentResponse'];
export type MovePreview = Schemas['MovePreviewResponse'];

export {
  OpenRepatriationRequest_type as REPATRIATION_TYPES,
  RecordJourneyPaperRequest_kind as JOURNEY_PAPERS,
  RecordRepatriationFollowUpRequest_finding as RETURN_STATES,
  RecordReturnReceptionRequest_stage as RECEPTION_STAGES,
  RecordSegmentRequest_mode as SEGMENT_MODES,
  SegmentShareRequest_payer as FARE_PAYERS,
  TellBenefitsRequest_channel as BENEFIT_CHANNELS,
} from './enums';

export const openRepatriation = (body: NewRepatriation, key: string) =>
  post('/api/v1/repatriation-cases', body, { key });
export const recordSegment = (caseId: string, body: NewSegment, sending: Sending) =>
  post('/api/v1/repatriation-cases/{id}/segments', body, { ...sending, at: { id: caseId } });

const STEP = '/api/v1/repatriation-cases/{id}/steps/{step}';
export const previewMove = (caseId: string, step: string, notBeforeOn: string, key: string) =>
  post(`${STEP}/move-preview`, { notBeforeOn }, { at: { id: caseId, step }, key });
export const moveStep = (caseId: string, step: string, notBeforeOn: string, sending: Sending) =>
  post(`${STEP}/move`, { notBeforeOn }, { ...sending, at: { id: caseId, step } });

/** Civil days of Lima, both included. */
export const listReturned = (from: string, to: string) =>
  get('/api/v1/repatriation-register', { query: { from, to } });
export const exportReturned = (from: string, to: string, key: string) =>
  post('/api/v1/repatriation-register/exports', { from, to }, { key });
export const listWaitingConsultations = () => get('/api/v1/repatriation-register/consultations');

export const listPlanTemplates = () => get('/api/v1/repatriation-templates');
export const createPlanTemplates = (content: PlanTemplates, reason: string, sending: Sending) =>
  post('/api/v1/repatriation-templates', { content: content as never, reason }, sending);

export const listReimbursementPolicies = () => get('/api/v1/reimbursement-policies');
export const createReimbursementPolicy = (
  content: ReimbursementPolicy,
  reason: string,
  sending: Sending,
) => post('/api/v1/reimbursement-policies', { content: content as never, reason }, sending);
