import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** Headers and fields that could name a person or open a door never reach the log. */
const REDACTED = [
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
  '*.password',
  '*.token',
  '*.parameters',
  'err.parameters',
  'err.query',
  'err.driverError.detail',
  'err.driverError.where',
  'err.detail',
  'err.where',
];

/** One JSON line per event, with redaction; addresses are logged without their query. */
export const createLogger = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: REDACTED, censor: '[redacted]' },
    serializers: {
      req: (request: { method: string; url: string }) => ({
        method: request.method,
        path: request.url.split('?')[0],
      }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      err: (error: Error & { code?: string }) => ({
        type: error.name,
        code: error.code,
        // the text of a database error may quote the row; its code says enough
        message: 'query' in error ? undefined : error.message,
        stack: 'query' in error ? undefined : error.stack,
      }),
    },
  });

/** Nest's own words through the same logger. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
  error(message: unknown, ...rest: unknown[]): void {
    const error = message instanceof Error ? message : undefined;
    const context = rest.at(-1);
    this.logger.error({ context, ...(error ? { err: error } : {}) }, error ? undefined : String(message));
  }
  debug(message: unknown, context?: string): void {
    this.logger.trace({ context }, String(message));
  }
  verbose(message: unknown, context?: string): void {
    this.logger.trace({ context }, String(message));
  }
}
