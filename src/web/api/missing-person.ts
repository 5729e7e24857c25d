import { get, post, type Sending } from './client';
import type { Schemas } from './types';

export type MissingPanel = Schemas['MissingCaseResponse'];
export type NewMissingCase = Schemas['OpenMissingCaseRequest'];
export type MissingPolicy = Schemas['MissingPolicyResponse'];

export {
  AnswerRequesterRequest_categories as TELLABLE,
  AnswerRequesterRequest_channel as ANSWER_CHANNELS,
  DecideInterestRequest_decision as INTEREST_DECISIONS,
  OpenDeathOfSearchRequest_manner as MANNERS_OF_DEATH,
  OpenMissingCaseRequest_relation as REQUESTER_RELATIONS,
  OpenDetentionOfSearchRequest_stage as DETENTION_STAGES,
  OpenDetentionOfSearchRequest_type as DETENTION_TYPES,
  RecordResultRequest_result as SEARCH_RESULTS,
  RecordWillRequest_will as WILLS,
  SendInquiryRequest_kind as INQUIRY_KINDS,
} from './enums';

export const openMissingCase = (body: NewMissingCase, key: string) =>
  post('/api/v1/missing-person-cases', body, { key });
export const listMissingPolicies = () => get('/api/v1/missing-person-policies');
export const createMissingPolicy = (
  content: MissingPolicy['content'],
  reason: string,
  sending: Sending,
) => post('/api/v1/missing-person-policies', { content: content as never, reason }, sending);
