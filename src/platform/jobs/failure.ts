import { UnrecoverableError } from 'bullmq';
import { z } from 'zod';
import { DomainError } from '../errors/domain-error';
import { PermanentFailure } from './job-contract';

interface Coded {
  code?: unknown;
  constraint?: unknown;
  responseCode?: unknown;
  name?: unknown;
}

const CODE = /^[A-Za-z0-9_]{2,60}$/;

/**
 * Names a fault without quoting it: messages of databases and mail servers repeat values and
 * addresses, and what is written about a failed job is read by people who see no case.
 * E.g. `CASE_ALREADY_CLOSED`, `PostgreSQL 23505 mails_key`, `SMTP 451`, `ECONNREFUSED`, `TypeError`.
 */
export function describeFault(error: unknown): string {
  if (error instanceof DomainError || error instanceof PermanentFailure) return error.code;
  if (error instanceof z.ZodError) return 'PAYLOAD_INVALID';
  if (typeof error !== 'object' || error === null) return 'UNKNOWN';
  const { code, constraint, responseCode, name } = error as Coded;
  if (typeof responseCode === 'number') return `SMTP ${responseCode}`;
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code)) {
    return `PostgreSQL ${code}${typeof constraint === 'string' ? ` ${constraint}` : ''}`;
  }
  if (typeof code === 'string' && CODE.test(code)) return code;
  return typeof name === 'string' && CODE.test(name) ? name : 'UNKNOWN';
}

/** A rule's refusal, a payload that is not the contract's or a declared end: trying again is vain. */
export function isPermanent(error: unknown): boolean {
  return (
    error instanceof PermanentFailure ||
    error instanceof DomainError ||
    error instanceof z.ZodError ||
    error instanceof UnrecoverableError
  );
}

/** What BullMQ may store of the error: its name and, for a permanent one, that it is final. */
export function storable(error: unknown): Error {
  const fault = describeFault(error);
  const stored = isPermanent(error) ? new UnrecoverableError(fault) : new Error(fault);
  stored.stack = fault;
  return stored;
}
