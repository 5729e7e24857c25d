import { get, post, type Sending } from './client';
import type { Schemas } from './types';

export {
  FareShareRequest_payer as PAYERS,
  ImportListRequest_format as LIST_FORMATS,
  IncidentNeedResponse_need as NEEDS,
  IncidentPersonResponse_state as PERSON_STATES,
  ManifestSeatResponse_state as SEAT_STATES,
  NewManifestRequest_kind as MANIFEST_KINDS,
  PrepareIncidentRequest_kind as CRISIS_TYPES,
  RecordStateRequest_state as KNOWN_STATES,
} from './enums';

export const REPLIES = [
  'confirmed',
  'silent',
  'waiting',
  'failed',
  'unreachable',
  'sent',
] as const satisfies readonly Reply[];

export type Incident = Schemas['CrisisIncidentResponse'];
export type IncidentRow = Schemas['IncidentRowResponse'];
export type Board = Schemas['BoardResponse'];
export type IncidentPerson = Schemas['IncidentPersonResponse'];
export type IncidentPersonDetail = Schemas['IncidentPersonDetailResponse'];
export type PersonState = IncidentPerson['state'];
export type Need = Schemas['IncidentNeedResponse']['need'];
export type DuplicateGroup = Schemas['DuplicateGroupResponse'];
export type Manifest = Schemas['ManifestResponse'];
export type ManifestPage = Schemas['ManifestSeatsResponse'];
export type Seat = Schemas['ManifestSeatResponse'];
export type SeatState = Seat['state'];
export type Reconciliation = Schemas['ReconciliationResponse'];
export type BroadcastFilter = Schemas['BroadcastFilter'];
export type Broadcast = Schemas['BroadcastResponse'];
export type Report = Schemas['AfterActionResponse'];
export type CrisisPolicy = Schemas['CrisisPolicyResponse'];
export type CrisisPanel = Schemas['CrisisPanelResponse'];

/** What became of a message to somebody. */
export type Reply = 'sent' | 'waiting' | 'failed' | 'unreachable' | 'confirmed' | 'silent';

/** What a list of persons is narrowed by; each field is one of the address of its tab. */
export interface PersonFilter {
  q?: string;
  state?: PersonState;
  need?: Need;
  needState?: 'open' | 'met';
  subdivision?: string;
  nowhere?: boolean;
  listId?: string;
  postId?: string;
  noPost?: boolean;
  reached?: boolean;
  registeredFrom?: string;
  registeredBefore?: string;
  broadcastId?: string;
  reply?: Reply;
}

export const listIncidents = () => get('/api/v1/incidents');
export const readIncident = (id: string) => get('/api/v1/incidents/{id}', { at: { id } });
export const readBoard = (id: string) => get('/api/v1/incidents/{id}/board', { at: { id } });
export const readHeadcount = (id: string, at: string) =>
  get('/api/v1/incidents/{id}/headcount', { at: { id }, query: { at } });
export const listCounted = (id: string, at: string, state?: PersonState, cursor?: string) =>
  get('/api/v1/incidents/{id}/headcount/persons', {
    at: { id },
    query: { at, limit: 100, count: false, state, cursor },
  });
export const readReport = (id: string) => get('/api/v1/incidents/{id}/report', { at: { id } });
export const prepareIncident = (body: Schemas['PrepareIncidentRequest'], key: string) =>
  post('/api/v1/incidents', body, { key });
export const activateIncident = (id: string, reason: string, key: string) =>
  post('/api/v1/incidents/{id}/activation', { reason }, { at: { id }, key });
export const standDownIncident = (id: string, reason: string, key: string) =>
  post('/api/v1/incidents/{id}/standing-down', { reason }, { at: { id }, key });
export const concludeIncident = (id: string, lessons: string, key: string) =>
  post('/api/v1/incidents/{id}/lessons', { lessons }, { at: { id }, key });
export const lendStaff = (id: string, body: Schemas['LendStaffRequest'], key: string) =>
  post('/api/v1/incidents/{id}/loans', body, { at: { id }, key });
export const endLoan = (id: string, loan: string) =>
  post('/api/v1/incidents/{id}/loans/{loan}/end', undefined, { at: { id, loan } });

export const listPersons = (id: string, filter: PersonFilter, cursor?: string) =>
  get('/api/v1/incidents/{id}/persons', {
    at: { id },
    query: {
      ...{ nowhere: false, noPost: false, reached: false },
      ...filter,
      ...{ limit: 50, count: true, cursor },
    },
  });
export const readPerson = (id: string, person: string) =>
  get('/api/v1/incidents/{id}/persons/{person}', { at: { id, person } });
export const registerPerson = (
  id: string,
  body: Schemas['RegisterInIncidentRequest'],
  key: string,
) => post('/api/v1/incidents/{id}/persons', body, { at: { id }, key });
export const triage = (
  id: string,
  person: string,
  body: Schemas['TriageRequest'],
  version: number,
) => post('/api/v1/incidents/{id}/persons/{person}/triage', body, { at: { id, person }, version });
export const recordState = (
  id: string,
  person: string,
  body: Schemas['RecordStateRequest'],
  key: string,
) => post('/api/v1/incidents/{id}/persons/{person}/states', body, { at: { id, person }, key });
export const openCase = (id: string, person: string, postId: string, key: string) =>
  post('/api/v1/incidents/{id}/persons/{person}/case', { postId }, { at: { id, person }, key });
export const separatePerson = (id: string, person: string) =>
  post('/api/v1/incidents/{id}/persons/{person}/separation', undefined, { at: { id, person } });

export const importList = (id: string, body: Schemas['ImportListRequest'], sending: Sending) =>
  post('/api/v1/incidents/{id}/lists', body, { ...sending, at: { id } });
export const listNamings = (id: string, listId?: string, cursor?: string) =>
  get('/api/v1/incidents/{id}/namings', {
    at: { id },
    query: { limit: 100, count: true, listId, cursor },
  });
export const listDuplicates = (id: string) =>
  get('/api/v1/incidents/{id}/duplicates', { at: { id } });
export const mergePersons = (id: string, survivorId: string, duplicateIds: string[]) =>
  post('/api/v1/incidents/{id}/merges', { survivorId, duplicateIds }, { at: { id } });
export const tellApart = (id: string, personIds: string[]) =>
  post('/api/v1/incidents/{id}/distinctions', { personIds }, { at: { id } });

export const listManifests = (id: string) =>
  get('/api/v1/incidents/{id}/manifests', { at: { id } });
export const readManifest = (id: string, manifest: string) =>
  get('/api/v1/incidents/{id}/manifests/{manifest}', { at: { id, manifest } });
export const createManifest = (id: string, body: Schemas['NewManifestRequest'], key: string) =>
  post('/api/v1/incidents/{id}/manifests', body, { at: { id }, key });
export const giveSeats = (id: string, manifest: string, personIds: string[], key: string) =>
  post(
    '/api/v1/incidents/{id}/manifests/{manifest}/seats',
    { personIds },
    {
      at: { id, manifest },
      key,
    },
  );
export const releaseSeat = (id: string, manifest: string, personId: string) =>
  post(
    '/api/v1/incidents/{id}/manifests/{manifest}/releases',
    { personId },
    {
      at: { id, manifest },
    },
  );
export const compareBoarding = (id: string, manifest: string, names: string[]) =>
  post(
    '/api/v1/incidents/{id}/manifests/{manifest}/boarding-comparison',
    { names },
    {
      at: { id, manifest },
    },
  );
export const recordBoarding = (
  id: string,
  manifest: string,
  body: Schemas['RecordBoardingRequest'],
  key: string,
) =>
  post('/api/v1/incidents/{id}/manifests/{manifest}/boarding', body, { at: { id, manifest }, key });
export const recordArrival = (
  id: string,
  manifest: string,
  body: Schemas['RecordArrivalRequest'],
  key: string,
) =>
  post('/api/v1/incidents/{id}/manifests/{manifest}/arrival', body, { at: { id, manifest }, key });
export const recordFares = (
  id: string,
  manifest: string,
  body: Schemas['RecordFaresRequest'],
  key: string,
) => post('/api/v1/incidents/{id}/manifests/{manifest}/fares', body, { at: { id, manifest }, key });
/** Address of the list of passengers as a file. */
export const manifestPdf = (id: string, manifest: string): string =>
  `/api/v1/incidents/${id}/manifests/${manifest}/pdf`;

export const listBroadcasts = (id: string) =>
  get('/api/v1/incidents/{id}/broadcasts', { at: { id } });
export const previewBroadcast = (id: string, filter: BroadcastFilter) =>
  post('/api/v1/incidents/{id}/broadcast-preview', { filter }, { at: { id } });
export const sendBroadcast = (id: string, body: Schemas['SendBroadcastRequest'], key: string) =>
  post('/api/v1/incidents/{id}/broadcasts', body, { at: { id }, key });

export const listCrisisPolicies = () => get('/api/v1/crisis-policies');
export const createCrisisPolicy = (
  content: CrisisPolicy['content'],
  reason: string,
  sending: Sending,
) => post('/api/v1/crisis-policies', { content: { ...content }, reason }, sending);
