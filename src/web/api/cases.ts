import { get, patch, post, type SendOptions } from './http';
import type { CaseFile, CaseRow, Entry, MyDay, Page, StaffMember } from './types';

export interface CaseListQuery {
  post?: string;
  view?: string;
  family?: string;
  region?: string;
  cursor?: string;
  limit?: number;
  count?: boolean;
  [name: string]: string | number | boolean | undefined;
}

export const readMyDay = () => get<MyDay>('/my-day');
export const listCases = (query: CaseListQuery) => get<Page<CaseRow>>('/cases', query);
export const readCase = (id: string) => get<CaseFile>(`/cases/${id}`);
export const readTimeline = (id: string, cursor?: string) =>
  get<Page<Entry>>(`/cases/${id}/timeline`, { cursor });
export const listStaff = (postId: string) => get<Page<StaffMember>>(`/posts/${postId}/staff`);

/** One act on a case, named as its sub-resource: `closing`, `notes`, `assignments`… */
export const actOnCase = (id: string, act: string, body: object, options?: SendOptions) =>
  post<unknown>(`/cases/${id}/${act}`, body, options);
export const editCase = (id: string, body: object, version: number) =>
  patch<CaseFile>(`/cases/${id}`, body, { version });

export const acknowledge = (obligationId: string) =>
  post<unknown>(`/obligations/${obligationId}/acknowledgement`);
export const giveBreachReason = (obligationId: string, body: { reason: string; note?: string }) =>
  post<unknown>(`/obligations/${obligationId}/breach-reason`, body);
export const acceptBreach = (obligationId: string, body: { note: string }) =>
  post<unknown>(`/obligations/${obligationId}/breach-acceptance`, body);
