import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { ProtectedText, type StoredText } from '../crypto/protected-text';
import { Database } from '../database/database';
import { statement } from '../database/statement';
import { DomainError, notFound } from '../errors/domain-error';

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

const isRested = (response: unknown): response is StoredText =>
  typeof response === 'object' &&
  response !== null &&
  Object.keys(response).length === 1 &&
  ('clear' in response || 'sealed' in response);

/** One create, as its sender names it. */
export interface KeyedRequest {
  /** `Idempotency-Key`; null: the sender does not mind a second one. */
  key: string | null;
  /** Method and path. */
  route: string;
  /** What was sent, as one text. */
  body: string;
}

/** The `Idempotency-Key` of a request, or null; 400 when it cannot be one. */
export function readKey(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  if (typeof header !== 'string' || header.length < 1 || header.length > 200) {
    throw new DomainError('INVALID_IDEMPOTENCY_KEY', { status: 400 });
  }
  return header;
}

/** Makes a repeated create one create: the key and what it made are kept together, or neither is. */
@Injectable()
export class Idempotency {
  constructor(private readonly database: Database) {}

  /**
   * Runs `work` in one transaction with its key, or gives the answer that it gave before.
   * @param status read after the work, to be repeated with the answer
   * @throws DomainError IDEMPOTENCY_KEY_REUSED (422) when the key belongs to another create
   */
  async once<T>(
    actor: Actor,
    request: KeyedRequest,
    work: () => Promise<T>,
    status: () => number = () => 201,
  ): Promise<{ answer: T; repeated: number | null }> {
    const { accountId } = actor;
    return this.database.inTransaction(actor, async () => {
      if (request.key === null) return { answer: await work(), repeated: null };
      if (!accountId) throw new Error('an idempotent route needs a signed-in account');
      const hash = createHash('sha256').update(request.body).digest();
      const claim = [accountId, request.key, request.route, hash];
      const [claimed] = await this.database.query(CLAIM, claim);
      if (!claimed) {
        const [row] = await this.database.query<KeyRow>(FIND, [accountId, request.key]);
        if (row!.route !== request.route || !row!.body_hash.equals(hash)) {
          throw new DomainError('IDEMPOTENCY_KEY_REUSED');
        }
        return { answer: this.readable(row!.response) as T, repeated: row!.status };
      }
      const answer = await work();
      const kept = [accountId, request.key, status(), this.resting(answer)];
      await this.database.query(ANSWER, kept);
      return { answer, repeated: null };
    });
  }

  /** An answer about a sealed case rests as the case does. */
  private resting(answer: unknown): string {
    const text = JSON.stringify(answer ?? null);
    return this.database.keys.isSealing
      ? JSON.stringify(ProtectedText.clear(text).toStored())
      : text;
  }

  /** @throws DomainError NOT_FOUND (404) when the case has been closed to whoever asks again */
  private readable(response: unknown): unknown {
    if (!isRested(response)) return response;
    const text = ProtectedText.fromStored(response);
    if (text.isSealed) throw notFound();
    return JSON.parse(text.reveal());
  }
}
