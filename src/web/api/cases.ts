import { get, post, put, remove } from './client';
import type { CaseFile, CaseRow, Entry, MyDay, Page, Schemas } from './types';

export interface CaseListQuery {
  post?: string;
  region?: string;
  view?:
    | 'all'
    | 'unassigned'
    | 'mine'
    | 'due'
    | 'overdue'
    | 'raised'
    | 'on_hold'
    | 'never_visited'
    | 'sealed'
    | 'recently_done';
  family?: string;
  tag?: string;
  /** As numbers are counted: without sealed cases. */
  counted?: boolean;
}

/** Panels and parts of the day come from modules that the API's description cannot name. */
const as = <T>(answer: Promise<unknown>): Promise<T> => answer as Promise<T>;

export const readMyDay = () => as<MyDay>(get('/api/v1/my-day'));
export const listCases = (query: CaseListQuery & { cursor?: string; limit: number }) =>
  as<Page<CaseRow> & { total?: number }>(
    get('/api/v1/cases', { query: { ...query, count: true } }),
  );
export const readCase = (id: string) => as<CaseFile>(get('/api/v1/cases/{id}', { at: { id } }));
export const readTimeline = (id: string, cursor?: string) =>
  as<Page<Entry>>(get('/api/v1/cases/{id}/timeline', { at: { id }, query: { cursor } }));
export const listStaff = (id: string) => get('/api/v1/posts/{id}/staff', { at: { id } });

export const lookAtCase = (id: string) =>
  put('/api/v1/cases/{id}/presence', undefined, { at: { id } });
export const leaveCase = (id: string) => remove('/api/v1/cases/{id}/presence', { at: { id } });

export const acknowledge = (id: string) =>
  post('/api/v1/obligations/{id}/acknowledgement', undefined, { at: { id } });
export const giveBreachReason = (id: string, body: Schemas['BreachReasonRequest']) =>
  post('/api/v1/obligations/{id}/breach-reason', body, { at: { id } });
export const acceptBreach = (id: string, body: { note?: string }) =>
  post('/api/v1/obligations/{id}/breach-acceptance', body, { at: { id } });

const OF_CASE = {
  people: '/api/v1/cases/{id}/people',
  attempts: '/api/v1/cases/{id}/contact-attempts',
} as const;

export const addCasePerson = (id: string, body: Schemas['AddPersonRequest'], key: string) =>
  post(OF_CASE.people, body, { at: { id }, key });
export const endCasePerson = (id: string, partId: string) =>
  post(`${OF_CASE.people}/{partId}/ending`, undefined, { at: { id, partId } });
export const attemptsOfCase = (id: string) => get(OF_CASE.attempts, { at: { id } });
export const recordAttempt = (id: string, body: Schemas['ContactAttemptRequest'], key: string) =>
  post(OF_CASE.attempts, body, { at: { id }, key });
