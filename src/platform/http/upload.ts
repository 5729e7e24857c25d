import type { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiConsumes, ApiHeader } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../errors/domain-error';
import { tooLarge } from '../files/files';
import { readKey } from './idempotency';

/** What a form around a file may weigh, apart from the file. */
const AROUND = 65_536;

export interface UploadedFile {
  /** As the sender calls it. */
  name: string;
  content: Readable;
}

/** A form with some fields and one file, read only when the use case is ready for it. */
export interface Upload {
  /** Method and path. */
  readonly route: string;
  /** `Idempotency-Key`, or null. */
  readonly key: string | null;
  /**
   * Reads the form: `take` gets the file while it arrives, and must read it to its end. Fields may
   * stand before or behind it.
   * @throws DomainError FILE_TOO_LARGE (413), FILE_MISSING_IN_FORM (400), MALFORMED_REQUEST (400)
   */
  read<T>(
    maxBytes: number,
    take: (file: UploadedFile) => Promise<T>,
  ): Promise<{ fields: Record<string, string>; file: T }>;
}

/** Teaches the server to read forms with files; nothing is read before it is asked for. */
export const acceptForms = (app: NestFastifyApplication): Promise<unknown> =>
  app.register(multipart as never, { throwFileSizeLimit: false });

/** The form of the request. */
export const UploadedForm = createParamDecorator(
  (_: unknown, context: ExecutionContext): Upload => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return {
      route: `${request.method} ${request.url}`,
      key: readKey(request.headers['idempotency-key']),
      read: (maxBytes, take) => read(request, maxBytes, take),
    };
  },
);

/** A route that takes a form with one file. */
export const TakesFile = () =>
  applyDecorators(
    ApiConsumes('multipart/form-data'),
    ApiHeader({ name: 'Idempotency-Key', required: false }),
  );

async function read<T>(
  request: FastifyRequest,
  maxBytes: number,
  take: (file: UploadedFile) => Promise<T>,
): Promise<{ fields: Record<string, string>; file: T }> {
  if (!request.isMultipart()) throw new DomainError('UNSUPPORTED_MEDIA_TYPE', { status: 415 });
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > maxBytes + AROUND) throw tooLarge(maxBytes);
  const fields: Record<string, string> = {};
  const files: T[] = [];
  const limits = { fileSize: maxBytes + 1, files: 1, fields: 20, fieldSize: 4_096 };
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value);
      else files.push(await take({ name: part.filename, content: part.file }));
    }
  } catch (error) {
    drain(request);
    throw isOfForm(error) ? new DomainError('MALFORMED_REQUEST', { status: 400 }) : error;
  }
  if (files.length === 0) throw new DomainError('FILE_MISSING_IN_FORM', { status: 400 });
  return { fields, file: files[0]! };
}

/** The reader of forms has words for its faults, and no codes. */
const isOfForm = (error: unknown): boolean =>
  !(error instanceof DomainError) && /multipart|malformed|of form/i.test((error as Error).message);

/** A sender that is still sending does not hear a refusal: what is left is read and forgotten. */
function drain({ raw }: FastifyRequest): void {
  raw.unpipe();
  raw.resume();
}
