import { get, post } from './client';
import type { Schemas } from './types';

export type DuplicateQuery = Schemas['DuplicateCandidatesRequest'];

export const searchPeople = (q: string, signal?: AbortSignal) =>
  get('/api/v1/people', { query: { q, limit: 20 }, signal });
export const findDuplicates = (query: DuplicateQuery) =>
  post('/api/v1/people/duplicate-candidates', query);
export const casesOfPerson = (id: string) => get('/api/v1/people/{id}/cases', { at: { id } });
