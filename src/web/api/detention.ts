import { get, patch, post, type SendOptions } from './http';
import type { DetentionPanel, Facility, Obligation, Page } from './types';

export interface NewDetention {
  postId: string;
  person:
    | { id: string }
    | {
        givenNames: string;
        firstSurname: string;
        secondSurname?: string;
        birthDate?: string;
        sex: number;
        nationality?: string;
        documents?: { kind: string; number: string }[];
      };
  type: string;
  intakeChannel: string;
  detainedAt?: string;
  informedOfRightsAt?: string;
  postNotifiedAt: string;
  noticeChannel: string;
  noticeAuthority?: string;
  visitWish: string;
  familyWish: string;
  facilityId?: string;
  facilityName?: string;
  city?: string;
  country: string;
  subdivision?: string;
  stage: string;
  offenceGroup?: string;
  charges?: string;
  vulnerability?: string[];
  summary?: string;
}

export type LoggedDetention = { id: string; reference: string; obligations: Obligation[] };

export const logDetention = (body: NewDetention, options: SendOptions) =>
  post<LoggedDetention>('/detentions', body, options);
export const editDetention = (caseId: string, body: object, version: number) =>
  patch<DetentionPanel>(`/detentions/${caseId}`, body, { version });

/** One act of the detention, named as its sub-resource: `contacts`, `stages`, `release`… */
export const actOnDetention = (caseId: string, act: string, body: object, options?: SendOptions) =>
  post<unknown>(`/detentions/${caseId}/${act}`, body, options);

export const searchFacilities = (country: string, q: string, signal?: AbortSignal) =>
  get<Page<Facility>>('/facilities', { country, q }, signal);
