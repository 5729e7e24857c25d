import i18next from 'i18next';

export interface FieldProblem {
  path: string;
  code: string;
  message?: string;
}

export interface VersionChange {
  version: number;
  at: string;
  by: string | null;
  fields: string[];
}

/** RFC 9457 document of the API. */
export interface Problem {
  title: string;
  status: number;
  code: string;
  detail?: string;
  errors?: FieldProblem[];
  allowed?: string[];
  changes?: VersionChange[];
  currentVersion?: number;
  correlationId?: string;
}

export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'ApiError';
  }
  get status(): number {
    return this.problem.status;
  }
}

/** The server was not reached; what was typed is still here. */
export class OfflineError extends Error {
  constructor() {
    super('OFFLINE');
    this.name = 'OfflineError';
  }
}

export interface SendOptions {
  /** The version read, sent as `If-Match`. */
  version?: number;
  /** Sent as `Idempotency-Key`, so that pressing twice creates once. */
  key?: string;
  signal?: AbortSignal;
}

type Query = Record<string, string | number | boolean | null | undefined>;

export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `/api/v1${path}${text ? `?${text}` : ''}`;
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
  call<T>('GET', address(path, query), undefined, { signal });

export const post = <T>(path: string, body?: unknown, options?: SendOptions): Promise<T> =>
  call<T>('POST', address(path), body ?? {}, options);

export const patch = <T>(path: string, body: unknown, options?: SendOptions): Promise<T> =>
  call<T>('PATCH', address(path), body, options);

export const remove = (path: string): Promise<void> => call<void>('DELETE', address(path));

async function call<T>(
  method: string,
  url: string,
  body?: unknown,
  options: SendOptions = {},
): Promise<T> {
  const headers: Record<string, string> = { 'Accept-Language': i18next.language ?? 'es' };
  if (method !== 'GET') headers['X-Amparo'] = '1';
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.version !== undefined) headers['If-Match'] = `"${options.version}"`;
  if (options.key) headers['Idempotency-Key'] = options.key;
  const response = await reach(url, {
    method,
    headers,
    credentials: 'same-origin',
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: options.signal,
  });
  if (!response.ok) throw new ApiError(await problemOf(response));
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new OfflineError();
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const fallback = { title: response.statusText, status: response.status, code: 'UNREADABLE' };
  try {
    return { ...fallback, ...((await response.json()) as object) };
  } catch {
    return fallback;
  }
}

/** A key for one attempt of a person to create something. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}
