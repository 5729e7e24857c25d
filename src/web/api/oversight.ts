import { get, post } from './http';
import type {
  FailedJob,
  JobQueue,
  Page,
  Policy,
  PolicyContent,
  PolicyPreview,
  Proof,
  World,
} from './types';

export const readWorld = (query: { region?: string; family?: string }) =>
  get<World>('/world', query);
export const listPolicies = () => get<Page<Policy>>('/obligation-policies');
export const previewPolicy = (content: PolicyContent) =>
  post<PolicyPreview>('/obligation-policies/preview', { content });
export const savePolicy = (
  body: { effectiveFrom: string; content: PolicyContent; reason: string },
  key: string,
) => post<Policy>('/obligation-policies', body, { key });
export const listQueues = () => get<Page<JobQueue>>('/job-queues');
export const listFailedJobs = (code: string) => get<Page<FailedJob>>(`/job-queues/${code}/failed`);
export const retryJob = (code: string, id: string) =>
  post<unknown>(`/job-queues/${code}/failed/${encodeURIComponent(id)}/retry`);
export const pauseQueue = (code: string, paused: boolean) =>
  post<unknown>(`/job-queues/${code}/${paused ? 'pause' : 'resumption'}`);
export const listProofs = () => get<Page<Proof>>('/proofs');
