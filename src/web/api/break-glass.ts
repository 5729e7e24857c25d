import { get, post, type Sending } from './client';
import type { Schemas } from './types';

export type GlassEntry = Schemas['BreakGlassResponse'];
export type GlassPage = Schemas['BreakGlassPageResponse'];
export { ReviewBreakGlassRequest_verdict as GLASS_VERDICTS } from './enums';

const REQUESTS = '/api/v1/break-glass-requests';
const at = (id: string) => ({ at: { id } });

export const listEntries = () => get(REQUESTS);
export const readEntry = (id: string) => get(`${REQUESTS}/{id}`, at(id));
export const askToEnter = (body: Schemas['AskToEnterRequest'], sending: Sending) =>
  post(REQUESTS, body, sending);
export const admitEntry = (id: string, hours: number) =>
  post(`${REQUESTS}/{id}/admission`, { hours }, at(id));
export const refuseEntry = (id: string) => post(`${REQUESTS}/{id}/refusal`, undefined, at(id));
export const endEntry = (id: string) => post(`${REQUESTS}/{id}/end`, undefined, at(id));
export const reviewEntry = (id: string, body: Schemas['ReviewBreakGlassRequest']) =>
  post(`${REQUESTS}/{id}/review`, body, at(id));

/** Whether something typed could be the reference of a sealed case, as people say it. */
export function looksSealed(typed: string): boolean {
  const told = typed.replace(/[\s·.]/g, '');
  return /^s-?[0-9a-z]{8}$/i.test(told) && /[-0-9]/.test(told);
}
