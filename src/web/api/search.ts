import { get, post } from './client';
import type { Schemas } from './types';

export type SearchQuery = Partial<Schemas['SearchRequest']> & { q: string };
export type Found = Schemas['FoundResponse'];
export type FoundCase = Schemas['FoundCaseResponse'];
export type SearchReason = Schemas['SearchReasonResponse'];

/** What is looked for travels in the body: addresses are kept by browsers and servers. */
export const search = (query: SearchQuery) =>
  post('/api/v1/searches', query as Schemas['SearchRequest']);

export type Links = Schemas['LinksResponse'];
export type LinkRequest = Schemas['LinkCaseRequest'];
export const listLinks = (id: string) => get('/api/v1/cases/{id}/links', { at: { id } });
export const linkCase = (id: string, body: LinkRequest, key: string) =>
  post('/api/v1/cases/{id}/links', body, { at: { id }, key });
export const endLink = (id: string, linkId: string, reason: string) =>
  post('/api/v1/cases/{id}/links/{linkId}/ending', { reason }, { at: { id, linkId } });
