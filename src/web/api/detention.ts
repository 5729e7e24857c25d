import { get, post } from './client';
import type { Schemas } from './types';

export type NewDetention = Schemas['LogDetentionRequest'];
export type NewContact = Schemas['RecordContactRequest'];

export const logDetention = (body: NewDetention, key: string) =>
  post('/api/v1/detentions', body, { key });
export const recordContact = (id: string, body: NewContact, key: string) =>
  post('/api/v1/detentions/{id}/contacts', body, { at: { id }, key });
export const takeNoteOfAllegation = (id: string, allegation: string) =>
  post(
    '/api/v1/detentions/{id}/mistreatment-allegations/{allegation}/acknowledgements',
    undefined,
    {
      at: { id, allegation },
    },
  );
export const searchFacilities = (country: string, q: string, signal?: AbortSignal) =>
  get('/api/v1/facilities', { query: { country, q }, signal });
