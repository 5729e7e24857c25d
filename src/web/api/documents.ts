import i18next from 'i18next';
import { get, patch, post } from './client';
import { ApiError, OfflineError, type Problem } from './problem';
import type { Schemas } from './types';

export type DocumentFile = Schemas['DocumentResponse'];
export type DocumentVersion = Schemas['DocumentVersionResponse'];
export type DocumentList = Schemas['DocumentListResponse'];
export type DocumentPolicyContent = Schemas['DocumentPolicyContentResponse'];

/** Whose documents: a case's or a person's. */
export type Folder = { caseId: string } | { personId: string };

export const listDocuments = (folder: Folder): Promise<DocumentList> =>
  'caseId' in folder
    ? get('/api/v1/cases/{id}/documents', { at: { id: folder.caseId } })
    : get('/api/v1/people/{id}/files', { at: { id: folder.personId } });
export const readDocumentPolicy = () => get('/api/v1/document-policies/current');
export const listDocumentPolicies = () => get('/api/v1/document-policies');
export const writeDocumentPolicy = (
  body: { content: DocumentPolicyContent; reason: string },
  key: string,
) =>
  post(
    '/api/v1/document-policies',
    { ...body, content: body.content as unknown as Record<string, never> },
    { key },
  );
export const editDocument = (
  id: string,
  version: number,
  body: Schemas['EditDocumentRequest'],
): Promise<DocumentFile> => patch('/api/v1/documents/{id}', body, { at: { id }, version });
export const withdrawDocument = (id: string, body: Schemas['WithdrawFileRequest']) =>
  post('/api/v1/documents/{id}/withdrawal', body, { at: { id } });
export const linkTo = (versionId: string, purpose: 'preview' | 'download') =>
  post('/api/v1/document-versions/{id}/links', { purpose }, { at: { id: versionId } });

/** Saves a content under its own name; its address works once the link has been given. */
export async function download(versionId: string): Promise<void> {
  const { url } = await linkTo(versionId, 'download');
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = '';
  anchor.click();
}

export interface Sent {
  file: File;
  fields?: Record<string, string>;
  /** `Idempotency-Key`: the same for each attempt with the same file. */
  key: string;
  /** From 0 to 1, as the file leaves. */
  onProgress: (share: number) => void;
}

export const addDocument = (folder: Folder, sent: Sent): Promise<void> =>
  send(
    'caseId' in folder
      ? `/api/v1/cases/${folder.caseId}/documents`
      : `/api/v1/people/${folder.personId}/files`,
    sent,
  );
export const renewDocument = (id: string, sent: Sent): Promise<void> =>
  send(`/api/v1/documents/${id}/versions`, sent);

/** A form with one file. Only this old way of asking tells how much of a file has left. */
function send(path: string, { file, fields = {}, key, onProgress }: Sent): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.responseType = 'json';
    request.setRequestHeader('X-Amparo', '1');
    request.setRequestHeader('Idempotency-Key', key);
    request.setRequestHeader('Accept-Language', i18next.language ?? 'es');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new OfflineError());
    request.onload = () => {
      if (request.status < 300) return resolve();
      const { status, statusText: title } = request;
      const problem = request.response as Partial<Problem> | null;
      reject(new ApiError({ status, title, code: 'UNREADABLE', ...problem }));
    };
    request.send(form);
  });
}
