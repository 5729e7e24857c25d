export interface FieldError {
  /** JSON path of the field, e.g. `person.birthDate`. */
  path: string;
  code: string;
  message?: string;
}

export interface DomainErrorOptions {
  status?: number;
  /** Values for the message; never personal data. */
  params?: Record<string, string | number>;
  errors?: FieldError[];
  /** What the state still allows, for 409 and 422. */
  allowed?: readonly string[];
  /** Further members of the problem document, e.g. `changes` of a stale version. */
  extra?: Record<string, unknown>;
}

/**
 * A refusal by a rule. Carries a stable code (UPPER_SNAKE); `errors.<CODE>.title` and
 * `errors.<CODE>.detail` in the message catalogue say what to do next. Status 422 unless told.
 */
export class DomainError extends Error {
  readonly status: number;
  readonly params: Record<string, string | number>;
  readonly errors: FieldError[];
  readonly allowed: readonly string[] | undefined;
  readonly extra: Record<string, unknown>;

  constructor(
    readonly code: string,
    options: DomainErrorOptions = {},
  ) {
    super(code);
    this.name = 'DomainError';
    this.status = options.status ?? 422;
    this.params = options.params ?? {};
    this.errors = options.errors ?? [];
    this.allowed = options.allowed;
    this.extra = options.extra ?? {};
  }
}

/** 404: absent, or not within the actor's reach; both read the same. */
export const notFound = (): DomainError => new DomainError('NOT_FOUND', { status: 404 });

/** A field that a rule refuses, as 422 with its path. */
export const invalidField = (path: string, code: string): DomainError =>
  new DomainError('VALIDATION_FAILED', { status: 422, errors: [{ path, code }] });

/** A value as a reader sees it: a text, number, code, ISO date or instant. */
export type ShownValue = string | number | boolean | null;

export interface VersionChange {
  version: number;
  at: string;
  by: string | null;
  fields: string[];
  /** From what to what, for the fields that everyone who may edit the thing may see. */
  values: { field: string; old: ShownValue; new: ShownValue }[];
}

/** 412: someone saved in between; `changes` says who, when, and each field from what to what. */
export const staleVersion = (current: number, changes: VersionChange[]): DomainError =>
  new DomainError('STALE_VERSION', { status: 412, extra: { currentVersion: current, changes } });
