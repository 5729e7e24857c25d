import i18next from 'i18next';
import createClient from 'openapi-fetch';
import { ApiError, OfflineError, type Problem } from './problem';
import type { paths } from './schema';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Paths of the API that have a method. */
export type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: object }> ? P : never;
}[keyof paths];

type Operation<P extends keyof paths, M extends Method> =
  paths[P] extends Record<M, infer O> ? O : never;
type Json<T> = T extends { content: { 'application/json': infer B } } ? B : void;
type Success<R> = R extends { 200: infer A }
  ? Json<A>
  : R extends { 201: infer A }
    ? Json<A>
    : R extends { 202: infer A }
      ? Json<A>
      : void;
type AnswerOf<O> = O extends { responses: infer R } ? Success<R> : never;
type BodyOf<O> = O extends { requestBody: { content: { 'application/json': infer B } } }
  ? B
  : undefined;
type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? Q : never;

export interface Sending {
  /** Values of the `{names}` in the path. */
  at?: Record<string, string>;
  /** The version read, sent as `If-Match`. */
  version?: number;
  /** Sent as `Idempotency-Key`, so that pressing twice creates once. */
  key?: string;
}

const client = createClient<paths>({ credentials: 'same-origin', fetch: reach });

client.use({
  onRequest: ({ request }) => {
    request.headers.set('Accept-Language', i18next.language ?? 'es');
    // A header that no other site can set: the API's guard against forged requests.
    if (request.method !== 'GET') request.headers.set('X-Amparo', '1');
    return request;
  },
});

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new OfflineError();
  }
}

/** Reads; a refusal is thrown as its problem document. */
export const get = <P extends PathWith<'get'>>(
  path: P,
  options: {
    at?: Record<string, string>;
    query?: QueryOf<Operation<P, 'get'>>;
    signal?: AbortSignal;
  } = {},
): Promise<AnswerOf<Operation<P, 'get'>>> =>
  call('get', path, {
    params: { path: options.at, query: options.query },
    signal: options.signal,
  });

export const post = <P extends PathWith<'post'>>(
  path: P,
  body: BodyOf<Operation<P, 'post'>>,
  sending: Sending = {},
): Promise<AnswerOf<Operation<P, 'post'>>> => call('post', path, written(body, sending));

/** Reads a file. */
export const getFile = <P extends PathWith<'get'>>(
  path: P,
  options: { at?: Record<string, string>; query?: QueryOf<Operation<P, 'get'>> } = {},
): Promise<Blob> =>
  call('get', path, { params: { path: options.at, query: options.query }, parseAs: 'blob' });

/** Writes, and answers with a file. */
export const postForFile = <P extends PathWith<'post'>>(
  path: P,
  body: BodyOf<Operation<P, 'post'>>,
  sending: Sending = {},
): Promise<Blob> => call('post', path, { ...written(body, sending), parseAs: 'blob' });

export const patch = <P extends PathWith<'patch'>>(
  path: P,
  body: BodyOf<Operation<P, 'patch'>>,
  sending: Sending = {},
): Promise<AnswerOf<Operation<P, 'patch'>>> => call('patch', path, written(body, sending));

export const put = <P extends PathWith<'put'>>(
  path: P,
  body: BodyOf<Operation<P, 'put'>>,
  sending: Sending = {},
): Promise<AnswerOf<Operation<P, 'put'>>> => call('put', path, written(body, sending));

/** Sent to its end even when the page is being left. */
export const remove = <P extends PathWith<'delete'>>(
  path: P,
  sending: Sending = {},
): Promise<void> => call('delete', path, { ...written(undefined, sending), keepalive: true });

function written(body: unknown, { at, version, key }: Sending): object {
  const headers: Record<string, string> = {};
  if (version !== undefined) headers['If-Match'] = `"${version}"`;
  if (key) headers['Idempotency-Key'] = key;
  return { params: { path: at }, headers, body };
}

/** The one place where the types above meet the library's. */
async function call<T>(method: Method, path: string, init: object): Promise<T> {
  const send = client.request as (
    method: Method,
    path: string,
    init: object,
  ) => Promise<{ data?: T; error?: object; response: Response }>;
  const { data, error, response } = await send(method, path, init);
  if (response.ok) return data as T;
  const fallback = { title: response.statusText, status: response.status, code: 'UNREADABLE' };
  throw new ApiError({ ...fallback, ...(error as Partial<Problem> | undefined) });
}

/** A key for one attempt of a person to create something. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}
