import { get, post } from './client';
import type { PolicyContent } from './types';

/** The API describes a policy's content as an object; its shape is ours to know. */
type Content = Record<string, unknown>;
const asContent = (content: PolicyContent): Content => ({ ...content });

export const readWorld = (query: { region?: string; family?: string }) =>
  get('/api/v1/world', { query });
export const readAccessDenials = (from: string, to: string) =>
  get('/api/v1/access-denials', { query: { from, to } });
export const listPolicies = () => get('/api/v1/obligation-policies');
export const readPolicyContent = async (version: number): Promise<PolicyContent> => {
  const policy = await get('/api/v1/obligation-policies/{version}', {
    at: { version: String(version) },
  });
  return policy.content as Content as unknown as PolicyContent;
};
export const previewPolicy = (content: PolicyContent) =>
  post('/api/v1/obligation-policies/preview', { content: asContent(content) });
export const savePolicy = (
  body: { effectiveFrom: string; content: PolicyContent; reason: string },
  key: string,
) => post('/api/v1/obligation-policies', { ...body, content: asContent(body.content) }, { key });
export const listQueues = () => get('/api/v1/job-queues');
export const listFailedJobs = (code: string) =>
  get('/api/v1/job-queues/{code}/failed', { at: { code } });
export const retryJob = (code: string, jobId: string) =>
  post('/api/v1/job-queues/{code}/failed/{jobId}/retry', undefined, { at: { code, jobId } });
export const pauseQueue = (code: string) =>
  post('/api/v1/job-queues/{code}/pause', undefined, { at: { code } });
export const resumeQueue = (code: string) =>
  post('/api/v1/job-queues/{code}/resume', undefined, { at: { code } });
export const listProofs = () => get('/api/v1/proofs');
