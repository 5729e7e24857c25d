import { createHash } from 'node:crypto';
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
import { statement } from '../database/statement';
import { DomainError } from '../errors/domain-error';

/** Claims the key, taking over one that is older than a day. A racing twin waits here for the first. */
const CLAIM = statement(
  'idempotency.claim',
  `INSERT INTO idempotency_keys AS k (account_id, key, route, body_hash) VALUES ($1, $2, $3, $4)
   ON CONFLICT (account_id, key) DO UPDATE
     SET route = excluded.route, body_hash = excluded.body_hash, status = NULL, response = NULL,
         created_at = excluded.created_at
     WHERE k.created_at < now() - interval '24 hours'
   RETURNING 1 AS claimed`,
);
const FIND = statement(
  'idempotency.find',
  'SELECT route, body_hash, status, response FROM idempotency_keys WHERE account_id = $1 AND key = $2',
);
const ANSWER = statement(
  'idempotency.answer',
  'UPDATE idempotency_keys SET status = $3, response = $4 WHERE account_id = $1 AND key = $2',
);

interface KeyRow {
  route: string;
  body_hash: Buffer;
  status: number;
  response: unknown;
}

/** Runs the whole handler in one transaction with its key: both are kept, or neither. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly database: Database) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<AmparoRequest>();
    const key = request.headers['idempotency-key'];
    if (key === undefined) return next.handle();
    if (typeof key !== 'string' || key.length < 1 || key.length > 200) {
      throw new DomainError('INVALID_IDEMPOTENCY_KEY', { status: 400 });
    }
    const { actor } = request;
    if (!actor?.accountId) throw new Error('an idempotent route needs a signed-in account');
    const account = actor.accountId;
    const reply = http.getResponse<FastifyReply>();
    const bodyHash = createHash('sha256')
      .update(JSON.stringify(request.body ?? null))
      .digest();
    const route = `${request.method} ${request.url}`;

    return from(
      this.database.inTransaction(actor, async () => {
        const [claimed] = await this.database.query(CLAIM, [account, key, route, bodyHash]);
        if (!claimed) {
          const [row] = await this.database.query<KeyRow>(FIND, [account, key]);
          return this.repeat(row!, route, bodyHash, reply);
        }
        const result: unknown = await lastValueFrom(next.handle());
        await this.database.query(ANSWER, [
          account,
          key,
          reply.statusCode,
          JSON.stringify(result ?? null),
        ]);
        return result;
      }),
    );
  }

  private repeat(row: KeyRow, route: string, bodyHash: Buffer, reply: FastifyReply): unknown {
    if (row.route !== route || !row.body_hash.equals(bodyHash)) {
      throw new DomainError('IDEMPOTENCY_KEY_REUSED');
    }
    void reply.status(row.status).header('Idempotency-Replayed', 'true');
    return row.response;
  }
}
