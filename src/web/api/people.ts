import { get, post } from './http';
import type { CaseRow, IdentityDocument, Page, PersonMatch } from './types';

export interface DuplicateQuery {
  givenNames?: string;
  firstSurname?: string;
  secondSurname?: string;
  birthDate?: string;
  documents?: IdentityDocument[];
}

export const searchPeople = (q: string, signal?: AbortSignal) =>
  get<Page<PersonMatch>>('/people', { q, limit: 20 }, signal);
export const findDuplicates = (query: DuplicateQuery) =>
  post<{ items: PersonMatch[] }>('/people/duplicate-candidates', query);
export const casesOfPerson = (id: string) => get<Page<CaseRow>>(`/people/${id}/cases`);
