import { get, post, type Sending } from './client';
import type { Schemas } from './types';

export {
  AidLineResponse_state as AID_STATES,
  ProposeAidRequest_line as AID_LINES,
  ProposeAidRequest_proof as NEED_PROOFS,
  PayAidRequest_method as PAYMENT_METHODS,
  AddReceiptRequest_kind as RECEIPT_KINDS,
  AddWaterfallRequest_finding as WATERFALL_FINDINGS,
  AddWaterfallRequest_step as WATERFALL_STEPS,
} from './enums';

export type AidLine = Schemas['AidLineResponse'];
export type Aid = Schemas['AidResponse'];
export type AidAct = Aid['allowed'][number];
export type AidPolicy = Schemas['AidPolicyResponse'];

export const listAidOfCase = (id: string) => get('/api/v1/cases/{id}/aid', { at: { id } });
export const recordAttention = (
  id: string,
  body: Schemas['RecordAttentionRequest'],
  sending: Sending,
) => post('/api/v1/cases/{id}/attentions', body, { ...sending, at: { id } });
export const proposeAid = (id: string, body: Schemas['ProposeAidRequest'], sending: Sending) =>
  post('/api/v1/cases/{id}/aid', body, { ...sending, at: { id } });

export const ADVANCE_LISTS = ['open', 'overdue'] as const;
export const listAid = (query: {
  kind?: AidLine['kind'];
  post?: string;
  state?: string;
  advances?: (typeof ADVANCE_LISTS)[number];
}) => get('/api/v1/aid', { query });
export const readAid = (id: string) => get('/api/v1/aid/{id}', { at: { id } });
export const endorseAttentions = (ids: string[], sending: Sending) =>
  post('/api/v1/aid/attention-endorsements', { ids }, sending);
export const renderMonth = (body: Schemas['RenderMonthRequest'], sending: Sending) =>
  post('/api/v1/aid/month-renditions', body, sending);

export const listAidPolicies = () => get('/api/v1/aid-policies');
export const createAidPolicy = (
  content: Schemas['AidPolicyContentResponse'],
  reason: string,
  sending: Sending,
) => post('/api/v1/aid-policies', { content: content as never, reason }, sending);
