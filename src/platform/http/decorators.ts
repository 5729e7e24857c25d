import {
  applyDecorators,
  createParamDecorator,
  SetMetadata,
  UseInterceptors,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { DomainError, notFound } from '../errors/domain-error';
import { preferredLanguage, type Language } from '../i18n/messages';
import { IdempotencyInterceptor } from './idempotency.interceptor';

/**
 * A create that may be repeated safely: with an `Idempotency-Key` (kept 24 h per account) the same
 * body gives the same answer, another body 422 IDEMPOTENCY_KEY_REUSED.
 */
export const Idempotent = () =>
  applyDecorators(
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({ name: 'Idempotency-Key', required: false }),
  );

/** The version the client saw, from `If-Match`; missing → 428. A bad one matches nothing → 412. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number => {
    const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
    if (header === undefined) throw new DomainError('IF_MATCH_MISSING', { status: 428 });
    const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
    return version === undefined ? -1 : Number(version);
  },
  [
    (controller, handler) => {
      const method = Object.getOwnPropertyDescriptor(controller, handler!)!;
      ApiHeader({ name: 'If-Match', required: true })(controller, handler!, method);
    },
  ],
);

/** A UUID of the path. Anything else cannot exist, and is answered like what does not. */
export const Id = createParamDecorator((name: string | undefined, context: ExecutionContext) => {
  const params = context.switchToHttp().getRequest<FastifyRequest>().params as Record<
    string,
    string
  >;
  const id = params[name ?? 'id'];
  if (!isUUID(id)) throw notFound();
  return id!.toLowerCase();
});

/** The language that the caller reads, from `Accept-Language`; Spanish unless English comes first. */
export const CallerLanguage = createParamDecorator(
  (_: unknown, context: ExecutionContext): Language =>
    preferredLanguage(
      context.switchToHttp().getRequest<FastifyRequest>().headers['accept-language'],
    ),
);

export const RAW_ANSWER = 'amparo.raw-answer';

/** The route writes the answer itself (streams, metrics). */
export const RawAnswer = () => SetMetadata(RAW_ANSWER, true);
