import { DomainError } from '../../../platform/errors/domain-error';

/** Why a file is not taken in, whatever it is called. */
export type FileRefusal =
  | 'FILE_IS_MARKUP'
  | 'FILE_IS_POLYGLOT'
  | 'FILE_HAS_MACROS'
  | 'FILE_HAS_SCRIPTS'
  | 'FILE_HOLDS_FILES'
  | 'FILE_IS_ARCHIVE_BOMB'
  | 'FILE_IS_ENCRYPTED'
  | 'FILE_IS_DAMAGED'
  | 'FILE_IMAGE_TOO_LARGE';

export const refuse = (code: FileRefusal): DomainError =>
  new DomainError(code, { status: 422, errors: [{ path: 'file', code }] });

export const refuseType = (): DomainError =>
  new DomainError('FILE_TYPE_NOT_ALLOWED', {
    status: 415,
    errors: [{ path: 'file', code: 'FILE_TYPE_NOT_ALLOWED' }],
  });

export const refuseName = (type: string): DomainError =>
  new DomainError('FILE_EXTENSION_MISMATCH', {
    status: 422,
    params: { type: type.toUpperCase() },
    errors: [{ path: 'file', code: 'FILE_EXTENSION_MISMATCH' }],
  });
