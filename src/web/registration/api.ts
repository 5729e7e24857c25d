import type { Problem } from '../api/problem';
import type { Schemas } from '../api/types';
import { languageNow, texts } from './language';

export type PublicIncident = Schemas['PublicIncidentResponse'];
export type Own = Schemas['OwnRegistrationResponse'];
export type Told = Schemas['SelfRegisterRequest'];
export type Confirmation = Schemas['SayHowIAmRequest']['state'];

/** What the server refused, or that it was not reached. */
export class Refused extends Error {
  constructor(readonly problem: Pick<Problem, 'title' | 'detail' | 'status' | 'errors'>) {
    super(problem.title);
  }
}

async function call<T>(path: string, body?: object, key?: string): Promise<T> {
  const headers: Record<string, string> = { 'Accept-Language': languageNow() };
  if (body) Object.assign(headers, { 'Content-Type': 'application/json', 'X-Amparo': '1' });
  if (key) headers['Idempotency-Key'] = key;
  const { offline } = texts();
  const answer = await fetch(`/api/v1/${path}`, {
    headers,
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  }).catch(() => null);
  if (!answer) throw new Refused({ ...offline, status: 0 });
  const content = (await answer.json().catch(() => null)) as unknown;
  if (answer.ok) return content as T;
  const { server } = texts();
  throw new Refused(
    answer.status < 500 && content ? (content as Problem) : { ...server, status: answer.status },
  );
}

const of = (slug: string) => `public-incidents/${encodeURIComponent(slug)}`;

export const readIncident = (slug: string) => call<PublicIncident>(of(slug));
/** @param key the same for each try to send the same registration: however often, it counts once */
export const register = (slug: string, told: Told, key: string) =>
  call<{ code: string }>(`${of(slug)}/registrations`, told, key);
export const comeBack = (slug: string, code: string) => call<Own>(`${of(slug)}/returns`, { code });
export const correct = (slug: string, code: string, version: number, told: Told) =>
  call<{ version: number }>(`${of(slug)}/corrections`, { ...told, code, version });
export const say = (slug: string, code: string, state: Confirmation) =>
  call(`${of(slug)}/states`, { code, state });
export const confirm = (token: string, state: Confirmation) =>
  call('public-confirmations', { token, state });

/** Random and long enough that nobody guesses the code which follows from it. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
