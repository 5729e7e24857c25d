import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { FastifyReply } from 'fastify';
import type { AmparoRequest } from '../access/decorators';
import { Database } from '../database/database';
import { Idempotency, readKey } from './idempotency';

/** Runs the whole handler in one transaction with its key: both are kept, or neither. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly idempotency: Idempotency;

  constructor(database: Database) {
    this.idempotency = new Idempotency(database);
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<AmparoRequest>();
    const key = readKey(request.headers['idempotency-key']);
    if (key === null) return next.handle();
    const { actor } = request;
    if (!actor) throw new Error('an idempotent route needs a signed-in account');
    return from(this.run(request, key, http.getResponse<FastifyReply>(), next));
  }

  private async run(
    request: AmparoRequest,
    key: string,
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<unknown> {
    const { answer, repeated } = await this.idempotency.once(
      request.actor!,
      {
        key,
        route: `${request.method} ${request.url}`,
        body: JSON.stringify(request.body ?? null),
      },
      () => lastValueFrom(next.handle()),
      () => reply.statusCode,
    );
    if (repeated !== null) void reply.status(repeated).header('Idempotency-Replayed', 'true');
    return answer;
  }
}
