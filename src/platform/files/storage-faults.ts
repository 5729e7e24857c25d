import { DomainError } from '../errors/domain-error';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'XMinioStorageFull', 'QuotaExceeded']);

interface Coded {
  code?: unknown;
  name?: unknown;
  $metadata?: { httpStatusCode?: number };
}

/** What a fault of a disk or an object store means to whoever asked: full (507) or away (503). */
export function storageFault(error: unknown): Error {
  if (error instanceof DomainError) return error;
  const { code, name, $metadata } = error as Coded;
  const full = [code, name].some((word) => typeof word === 'string' && FULL.has(word));
  if (full || $metadata?.httpStatusCode === 507) {
    return new DomainError('STORAGE_FULL', { status: 507 });
  }
  return new DomainError('STORAGE_UNAVAILABLE', { status: 503 });
}

export const missingFile = (): DomainError =>
  new DomainError('STORED_FILE_MISSING', { status: 500 });
