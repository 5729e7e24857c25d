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
  /** From what to what, where the reader may see it. */
  values?: { field: string; old: ShownValue; new: ShownValue }[];
}

export type ShownValue = string | number | boolean | null;

/** RFC 9457 document of the API. */
export interface Problem {
  title: string;
  status: number;
  code: string;
  detail?: string;
  errors?: FieldProblem[];
  allowed?: string[];
  /** Of a stale version: who saved what in between. */
  changes?: VersionChange[];
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
