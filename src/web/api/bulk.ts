import { get, post } from './client';
import type { Schemas } from './types';

export type Operation = Schemas['OperationResponse'];
export type BulkRequest = Schemas['BulkRequestBody'];
export type BulkPreview = Schemas['PreviewResponse'];
export type BulkAction = BulkRequest['action'];
export type BulkSelection = BulkRequest['selection'];
export type Tag = Schemas['TagResponse'];

export const previewBulk = (body: BulkRequest) => post('/api/v1/bulk-operations/preview', body);
export const requestBulk = (body: BulkRequest, key: string) =>
  post('/api/v1/bulk-operations', body, { key });
export const listOperations = (cursor?: string) =>
  get('/api/v1/operations', { query: { cursor, limit: 50 } });
export const readOperation = (id: string) => get('/api/v1/operations/{id}', { at: { id } });
export const cancelOperation = (id: string) =>
  post('/api/v1/operations/{id}/cancellation', undefined, { at: { id } });
export const undoOperation = (id: string, key: string) =>
  post('/api/v1/operations/{id}/undo', undefined, { at: { id }, key });
export const listBulkRows = (id: string, query: { state?: RowState; cursor?: string }) =>
  get('/api/v1/bulk-operations/{id}/rows', { at: { id }, query: { ...query, limit: 100 } });
export type BulkRow = Schemas['BulkRowResponse'];
export type RowState = BulkRow['state'];

export const listTags = (post: string) => get('/api/v1/posts/{id}/tags', { at: { id: post } });
export const addTag = (postId: string, label: string, key: string) =>
  post('/api/v1/posts/{id}/tags', { label }, { at: { id: postId }, key });
export const retireTag = (id: string) =>
  post('/api/v1/tags/{id}/retirement', undefined, { at: { id } });
