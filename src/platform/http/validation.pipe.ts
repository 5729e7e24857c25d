import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { DomainError, type FieldError } from '../errors/domain-error';

/**
 * Refuses what a DTO does not declare, and names each wrong field by its path and constraint. Values
 * are never repeated in the answer.
 */
export const requestValidation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new DomainError('VALIDATION_FAILED', { status: 400, errors: flatten(errors) }),
  });

function flatten(errors: readonly ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const path = /^\d+$/.test(error.property)
      ? `${parent}[${error.property}]`
      : parent
        ? `${parent}.${error.property}`
        : error.property;
    const own = Object.keys(error.constraints ?? {}).map((code) => ({ path, code }));
    return [...own, ...flatten(error.children ?? [], path)];
  });
}
