import { get, post, type Sending } from './client';
import type { Schemas } from './types';

export type TraffickingPanel = Schemas['TraffickingCaseResponse'];
export type NewTraffickingCase = Schemas['OpenTraffickingCaseRequest'];

export {
  ChangeTraffickingTypeRequest_type as TRAFFICKING_TYPES,
  CheckIdentityRequest_ageFinding as AGE_FINDINGS,
  CheckIdentityRequest_nationalityFinding as NATIONALITY_FINDINGS,
  FollowUpSafeReturnRequest_finding as RETURN_FINDINGS,
  InformAuthorityRequest_recipient as REFERRAL_RECIPIENTS,
  PlanSafeReturnRequest_risk as RETURN_RISKS,
  RecordExploitationRequest_acts as TRAFFICKING_ACTS,
  RecordExploitationRequest_means as MEANS_OF_CONTROL,
  RecordExploitationRequest_purposes as TRAFFICKING_PURPOSES,
  RecordExploitationRequest_recruitedThrough as RECRUITED_THROUGH,
  RecordExploitationRequest_recruiterRelation as TRAFFICKER_RELATIONS,
  RecordIndicatorsRequest_indicators as INDICATORS,
  RecordPerpetratorRequest_part as PERPETRATOR_PARTS,
  RecordReflectionRequest_state as REFLECTION_STATES,
  RecordTransitRequest_documents as BORDER_DOCUMENTS,
  RecordTransitRequest_transport as TRANSPORTS,
} from './enums';

export const openTraffickingCase = (body: NewTraffickingCase, key: string) =>
  post('/api/v1/trafficking-cases', body, { key });

/** Civil days of opening, both included. */
export const exportTrafficking = (from: string, to: string) =>
  get('/api/v1/trafficking-exports', { query: { from, to } });
export const listExportPolicies = () => get('/api/v1/trafficking-export-policies');
export const createExportPolicy = (
  content: Schemas['TraffickingExportPolicyContentResponse'],
  reason: string,
  sending: Sending,
) => post('/api/v1/trafficking-export-policies', { content: content as never, reason }, sending);
