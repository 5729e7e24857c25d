import { get, patch, post, remove } from './client';
import type { NewContact } from './detention';
import type { Schemas } from './types';

export type Round = Schemas['RoundResponse'];
export type RoundPage = Schemas['RoundPageResponse'];
export type RoundPerson = Schemas['RoundPersonResponse'];
export type Suggestion = Schemas['SuggestionResponse'];
export type Occasion = Schemas['DatedOccasionResponse'];
export type OccasionContent = Schemas['OccasionContentResponse'];
export type NewRound = Schemas['PlanRoundRequest'];
export type NotVisitedReason = Schemas['NotVisitedRequest']['reason'];

export const listRounds = (query: { status?: Round['status']; cursor?: string }) =>
  get('/api/v1/visit-rounds', { query: { limit: 50, count: false, ...query } });
export const readRound = (id: string) => get('/api/v1/visit-rounds/{id}', { at: { id } });
export const listOccasions = () => get('/api/v1/visit-occasions');
export const suggestPlaces = (post: string, on: string) =>
  get('/api/v1/visit-rounds/suggestions', { query: { post, on } });
export const listCandidates = (id: string, within: 'place' | 'post') =>
  get('/api/v1/visit-rounds/{id}/candidates', { at: { id }, query: { within } });
export const planRound = (body: NewRound, key: string) =>
  post('/api/v1/visit-rounds', body, { key });
export const editRound = (id: string, version: number, body: Schemas['EditRoundRequest']) =>
  patch('/api/v1/visit-rounds/{id}', body, { at: { id }, version });
export const addToRound = (id: string, caseIds: string[]) =>
  post('/api/v1/visit-rounds/{id}/people', { caseIds }, { at: { id } });
export const takeOffRound = (id: string, caseId: string) =>
  remove('/api/v1/visit-rounds/{id}/people/{case}', { at: { id, case: caseId } });
export const recordRoundVisit = (id: string, caseId: string, body: NewContact, key: string) =>
  post('/api/v1/visit-rounds/{id}/people/{case}/visit', body, { at: { id, case: caseId }, key });
export const recordAbsence = (id: string, caseId: string, reason: NotVisitedReason) =>
  post('/api/v1/visit-rounds/{id}/people/{case}/absence', { reason }, { at: { id, case: caseId } });
export const closeRound = (id: string, body: Schemas['CloseRoundRequest']) =>
  post('/api/v1/visit-rounds/{id}/closing', body, { at: { id } });
export const cancelRound = (id: string, reason: string) =>
  post('/api/v1/visit-rounds/{id}/cancellation', { reason }, { at: { id } });

export const listOccasionPolicies = () => get('/api/v1/visit-occasions/policies');
export const saveOccasions = (
  body: { effectiveFrom: string; content: OccasionContent; reason: string },
  key: string,
) => post('/api/v1/visit-occasions/policies', { ...body, content: { ...body.content } }, { key });
