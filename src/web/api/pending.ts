import type {
  FailedJob,
  JobQueue,
  Obligation,
  Policy,
  PolicyContent,
  PolicyPreview,
  Proof,
  World,
} from './types';

type Answers<T> = {
  parameters: { query?: { region?: string; family?: string; cursor?: string } };
  responses: { 200: { content: { 'application/json': T } } };
};
type Takes<B, T> = {
  requestBody: { content: { 'application/json': B } };
  responses: { 201: { content: { 'application/json': T } } };
};
type List<T> = { items: T[]; nextCursor: string | null };

export interface PendingPaths {
  '/api/v1/world': { get: Answers<World> };
  '/api/v1/proofs': { get: Answers<List<Proof>> };
  '/api/v1/about': { get: Answers<{ demonstration: boolean }> };
  '/api/v1/obligations/{id}/acknowledgement': {
    post: { responses: { 200: { content: { 'application/json': Obligation } } } };
  };
  '/api/v1/obligations/{id}/breach-reason': {
    post: Takes<{ reason: string; note?: string }, Obligation>;
  };
  '/api/v1/obligations/{id}/breach-acceptance': { post: Takes<{ note?: string }, Obligation> };
  '/api/v1/cases/{id}/vulnerability-assessments': { post: Takes<object, object> };
  '/api/v1/obligation-policies': {
    get: Answers<List<Policy>>;
    post: Takes<{ effectiveFrom: string; content: PolicyContent; reason: string }, Policy>;
  };
  '/api/v1/obligation-policies/preview': { post: Takes<{ content: PolicyContent }, PolicyPreview> };
}
export type { JobQueue, FailedJob };
