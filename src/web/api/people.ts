import { get, patch, post } from './client';
import type { Person, Schemas } from './types';

export type DuplicateQuery = Schemas['DuplicateCandidatesRequest'];

export const searchPeople = (q: string, signal?: AbortSignal) =>
  get('/api/v1/people', { query: { q, limit: 20 }, signal });
export const findDuplicates = (query: DuplicateQuery) =>
  post('/api/v1/people/duplicate-candidates', query);
export const casesOfPerson = (id: string) => get('/api/v1/people/{id}/cases', { at: { id } });

const PERSON = '/api/v1/people/{id}';

export const readPerson = (id: string) => get(PERSON, { at: { id } });
export const editPerson = (id: string, version: number, body: Schemas['EditPersonRequest']) =>
  patch(PERSON, body, { at: { id }, version });
export const readTies = (id: string) => get(`${PERSON}/ties`, { at: { id } });
export const attemptsOfPerson = (id: string) => get(`${PERSON}/contact-attempts`, { at: { id } });

export const addDocument = (id: string, body: Schemas['DocumentRequest'], key: string) =>
  post(`${PERSON}/documents`, body, { at: { id }, key });
export const withdrawDocument = (
  id: string,
  documentId: string,
  body: Schemas['WithdrawDocumentRequest'],
) => post(`${PERSON}/documents/{documentId}/withdrawal`, body, { at: { id, documentId } });
export const addContact = (id: string, body: Schemas['ContactRequest'], key: string) =>
  post(`${PERSON}/contacts`, body, { at: { id }, key });
export const withdrawContact = (
  id: string,
  contactId: string,
  body: Schemas['WithdrawContactRequest'],
) => post(`${PERSON}/contacts/{contactId}/withdrawal`, body, { at: { id, contactId } });
export const addAlias = (id: string, body: Schemas['AliasRequest'], key: string) =>
  post(`${PERSON}/aliases`, body, { at: { id }, key });
export const withdrawAlias = (id: string, aliasId: string, body: Schemas['WithdrawAliasRequest']) =>
  post(`${PERSON}/aliases/{aliasId}/withdrawal`, body, { at: { id, aliasId } });
export const addRelation = (id: string, body: Schemas['RelationRequest'], key: string) =>
  post(`${PERSON}/relations`, body, { at: { id }, key });
export const endRelation = (id: string, relationId: string, until: string) =>
  post(`${PERSON}/relations/{relationId}/ending`, { until }, { at: { id, relationId } });
export const addGuardian = (id: string, body: Schemas['GuardianRequest'], key: string) =>
  post(`${PERSON}/guardians`, body, { at: { id }, key });
export const endGuardian = (id: string, guardianshipId: string, until: string) =>
  post(`${PERSON}/guardians/{guardianshipId}/ending`, { until }, { at: { id, guardianshipId } });
export const restrictContact = (id: string, body: Schemas['RestrictContactRequest'], key: string) =>
  post(`${PERSON}/contact-restrictions`, body, { at: { id }, key });
export const liftRestriction = (
  id: string,
  restrictionId: string,
  body: Schemas['PersonReasonRequest'],
) =>
  post(`${PERSON}/contact-restrictions/{restrictionId}/lifting`, body, {
    at: { id, restrictionId },
  });

export const duplicatesOfPerson = (id: string) => get(`${PERSON}/duplicates`, { at: { id } });
export const proposedDuplicates = (post: string, cursor?: string) =>
  get('/api/v1/people/proposed-duplicates', { query: { post, cursor } });
export const mergesOfPerson = (id: string) => get(`${PERSON}/merges`, { at: { id } });
export const tellApart = (id: string, body: Schemas['TellApartRequest'], key: string) =>
  post(`${PERSON}/told-apart`, body, { at: { id }, key });
/** Merges `duplicate` into `kept`, both as they were read. */
export const mergePersons = (kept: Person, duplicate: Person, reason: string, key: string) =>
  post(
    `${PERSON}/merges`,
    { personId: duplicate.id, version: duplicate.version, reason },
    { at: { id: kept.id }, version: kept.version, key },
  );
export const undoMerge = (
  id: string,
  mergeId: string,
  version: number,
  reason: string,
  key: string,
) => post(`${PERSON}/merges/{mergeId}/undoing`, { reason }, { at: { id, mergeId }, version, key });
