import { get, post, type PathWith } from './client';
import type { Schemas } from './types';

export type Cooperation = Schemas['CooperationResponse'];
export type Transfer = Schemas['TransferResponse'];
export type WaitingRequest = Schemas['RequestResponse'];
export type Departure = Schemas['DepartureResponse'];
export type DepartureItem = Schemas['DepartureItemResponse'];
export type Holding = Schemas['HoldingResponse'];
export type Institution = Schemas['InstitutionResponse'];
export type DatedRole = Schemas['DatedRoleResponse'];

export const listTransfers = (incoming: boolean) =>
  get('/api/v1/transfers', { query: { incoming } });
export const readTransfer = (id: string) => get('/api/v1/transfers/{id}', { at: { id } });
export const listRequests = () => get('/api/v1/service-requests');
export const listColleagues = (id: string) => get('/api/v1/cases/{id}/colleagues', { at: { id } });
export const listDesks = () => get('/api/v1/headquarters-desks');
export const listInstitutions = () => get('/api/v1/referral-institutions');
export const addInstitution = (body: Schemas['AddInstitutionRequest'], key: string) =>
  post('/api/v1/referral-institutions', body, { key });
export const editInstitution = (id: string, body: Schemas['EditInstitutionRequest'], key: string) =>
  post('/api/v1/referral-institutions/{id}/versions', body, { at: { id }, key });
export const listDatedRoles = (id: string) => get('/api/v1/posts/{id}/dated-roles', { at: { id } });
export const listDepartures = () => get('/api/v1/departures');
export const readDeparture = (id: string) => get('/api/v1/departures/{id}', { at: { id } });
export const previewDeparture = (accountId: string) =>
  get('/api/v1/departures/preview', { query: { accountId } });
export const startDeparture = (body: Schemas['StartDepartureRequest'], key: string) =>
  post('/api/v1/departures', body, { key });
export const resumeDeparture = (id: string, body: Schemas['ResumeDepartureRequest']) =>
  post('/api/v1/departures/{id}/resumption', body, { at: { id } });

/** An act of this part: what is sent is checked by the API. */
export const act = (
  path: PathWith<'post'>,
  at: Record<string, string>,
  body: object,
  key: string,
): Promise<unknown> => post(path, body as never, { at, key });
