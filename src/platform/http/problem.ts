import type { FieldError } from '../errors/domain-error';

/** RFC 9457 problem document. `errors` names fields; `allowed` what the state still permits. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors?: FieldError[];
  allowed?: readonly string[];
  correlationId: string;
  [extra: string]: unknown;
}
