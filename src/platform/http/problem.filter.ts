import {
  Catch,
  HttpException,
  Injectable,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import { ThrottlerException } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryFailedError } from 'typeorm';
import { DomainError } from '../errors/domain-error';
import { preferredLanguage, Translator, type Language } from '../i18n/messages';
import type { AmparoRequest } from '../access/decorators';
import { sendAtStep } from './even-absence';
import type { Problem } from './problem';

const CODE_OF_STATUS: Record<number, string> = {
  400: 'MALFORMED_REQUEST',
  401: 'NOT_SIGNED_IN',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  408: 'REQUEST_TIMEOUT',
  413: 'TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  503: 'TEMPORARILY_UNAVAILABLE',
};

/** PostgreSQL classes that pass by themselves: connection lost, shutting down, deadlock, serialisation. */
const PASSING = /^(08|57P|40001|40P01|53)/;
const LOST = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND']);

/**
 * The one place where a refusal becomes an answer: a translated problem document with a correlation
 * id. No stack, no SQL, no value that was sent, no other person's data.
 */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly translator: Translator) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<AmparoRequest>();
    const reply = http.getResponse<FastifyReply>();
    const error = toDomainError(thrown);
    if (error.status >= 500) request.log.error({ err: thrown }, 'request failed');
    this.answer(error, request, reply);
  }

  answer(error: DomainError, request: FastifyRequest, reply: FastifyReply): void {
    const language = (request as AmparoRequest).actor
      ? headerOr(request, (request as AmparoRequest).actor!.language)
      : preferredLanguage(request.headers['accept-language']);
    const problem = this.describe(error, language, request.id);
    const retryAfter = error.params['retryAfter'] ?? (error.status === 503 ? 5 : undefined);
    if (retryAfter !== undefined) void reply.header('Retry-After', String(retryAfter));
    void reply
      .status(error.status)
      .header('Content-Type', 'application/problem+json; charset=utf-8');
    if (error.status === 404) sendAtStep(request, () => void reply.send(problem));
    else void reply.send(problem);
  }

  describe(error: DomainError, language: Language, correlationId: string): Problem {
    const text = (part: string) =>
      this.translator.translate(language, `errors.${error.code}.${part}`, error.params);
    return {
      type: `urn:amparo:problem:${error.code.toLowerCase().replaceAll('_', '-')}`,
      title: text('title'),
      status: error.status,
      code: error.code,
      detail: text('detail'),
      ...(error.errors.length > 0
        ? { errors: error.errors.map((e) => this.field(e, language)) }
        : {}),
      ...(error.allowed ? { allowed: error.allowed } : {}),
      ...error.extra,
      correlationId,
    };
  }

  private field(
    error: { path: string; code: string; message?: string },
    language: Language,
  ): { path: string; code: string; message: string } {
    const key = [`validation.${error.code}`, `errors.${error.code}.detail`].find((k) =>
      this.translator.has(k),
    );
    const message =
      error.message ?? this.translator.translate(language, key ?? 'validation.invalid');
    return { path: error.path, code: error.code, message };
  }
}

/** An explicit header wins over the account's language: the reader may be at a colleague's screen. */
const headerOr = (request: FastifyRequest, language: Language): Language =>
  request.headers['accept-language']
    ? preferredLanguage(request.headers['accept-language'])
    : language;

export function toDomainError(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  if (thrown instanceof ThrottlerException) {
    return new DomainError('TOO_MANY_REQUESTS', { status: 429, params: { retryAfter: 60 } });
  }
  const code =
    thrown instanceof QueryFailedError
      ? (thrown.driverError as { code?: string }).code
      : (thrown as { code?: string } | null)?.code;
  if (typeof code === 'string') {
    if (code.startsWith('FST_ERR_CTP_BODY_TOO_LARGE'))
      return new DomainError('TOO_LARGE', { status: 413 });
    if (code.startsWith('FST_ERR_CTP_INVALID_MEDIA')) {
      return new DomainError('UNSUPPORTED_MEDIA_TYPE', { status: 415 });
    }
    // a form that is not one, or with more in it than a file and a few fields
    if (/^FST_(MP|FILES|FIELDS|PARTS|PROTO|INVALID|NO_FORM)_/.test(code)) {
      return new DomainError('MALFORMED_REQUEST', { status: 400 });
    }
    if (code.startsWith('FST_ERR_CTP') || code === 'FST_ERR_VALIDATION') {
      return new DomainError('MALFORMED_REQUEST', { status: 400 });
    }
    if (PASSING.test(code) || LOST.has(code)) {
      return new DomainError('TEMPORARILY_UNAVAILABLE', { status: 503 });
    }
    if (code === '42501') return new DomainError('NOT_FOUND', { status: 404 });
    // text that PostgreSQL cannot hold (U+0000) or a number out of its range came from the request
    if (code === '22P05' || code === '22021' || code === '22003') {
      return new DomainError('MALFORMED_REQUEST', { status: 400 });
    }
  }
  const message = (thrown as Error | null)?.message ?? '';
  if (/Connection terminated|connection timeout|not queryable/i.test(message)) {
    return new DomainError('TEMPORARILY_UNAVAILABLE', { status: 503 });
  }
  const status =
    thrown instanceof HttpException
      ? thrown.getStatus()
      : (thrown as { statusCode?: number } | null)?.statusCode;
  const known = status === undefined ? undefined : CODE_OF_STATUS[status];
  if (status !== undefined && known) return new DomainError(known, { status });
  if (thrown instanceof SyntaxError && status === 400) {
    return new DomainError('MALFORMED_REQUEST', { status: 400 });
  }
  return new DomainError('UNEXPECTED', { status: 500 });
}
