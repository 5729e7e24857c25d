import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyServices } from '../crypto/key-service';
import { wrapForRecovery } from '../crypto/recovery';
import { newId } from '../ids';
import { Database } from './database';
import { statement } from './statement';

/** Of whom a data key is: a sealed case, or a person known from sealed cases alone. */
export type Sealed = { caseId: string } | { personId: string };

const OF_CASE = statement(
  'data-keys.of-case',
  'SELECT id FROM data_keys WHERE case_id = $1 AND retired_at IS NULL',
);
const OF_PERSON = statement(
  'data-keys.of-person',
  'SELECT id FROM data_keys WHERE person_id = $1 AND retired_at IS NULL',
);
const INSERT = statement(
  'data-keys.insert',
  `INSERT INTO data_keys (id, case_id, person_id, wrapped, wrapped_by, recovery_key_id, recovery)
   VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);
const RECOVERY_KEY = statement(
  'data-keys.recovery-key',
  'SELECT id, public_key AS "publicKey" FROM recovery_keys ORDER BY recorded_at DESC, id DESC LIMIT 1',
);
const RETIRE = statement(
  'data-keys.retire',
  'UPDATE data_keys SET retired_at = now() WHERE (case_id = $1 OR person_id = $2) AND retired_at IS NULL',
);

/** Seals nothing: a text that is written is refused. */
const OUT_OF_REACH = 'out of reach';

const columnsOf = (subject: Sealed): [caseId: string | null, personId: string | null] =>
  'caseId' in subject ? [subject.caseId, null] : [null, subject.personId];

/** What a wrapped key is bound to. */
export const contextOf = (subject: Sealed): string =>
  'caseId' in subject ? `case:${subject.caseId}` : `person:${subject.personId}`;

/**
 * One data key for each sealed case and person. Only who may see the subject may see its wrapped key
 * (row-level security), so that unwrapping needs a live membership in the same transaction.
 */
@Injectable()
export class DataKeys {
  constructor(
    private readonly database: Database,
    private readonly services: KeyServices,
  ) {}

  /**
   * A new key for a subject that is being sealed; texts written from now on in this transaction are
   * sealed with it. The row that keeps it is saved by `keepNew`, once its subject exists. Returns what
   * to `resume`.
   */
  async create(subject: Sealed): Promise<string | null> {
    const id = newId();
    const key = randomBytes(32);
    const context = contextOf(subject);
    const [wrapped, [recovery]] = await Promise.all([
      this.services.wrap(key, context),
      this.database.query<{ id: string; publicKey: string }>(RECOVERY_KEY),
    ]);
    const { keys } = this.database;
    const before = keys.sealWith(id, key);
    keys.keepLater(() =>
      this.database.post(INSERT, [
        id,
        ...columnsOf(subject),
        wrapped.text,
        wrapped.by,
        recovery?.id ?? null,
        recovery ? wrapForRecovery(recovery.publicKey, key, context) : null,
      ]),
    );
    return before;
  }

  /** Saves the keys that were created for subjects which exist by now. */
  keepNew(): void {
    this.database.keys.keepWaiting();
  }

  /** From now on this transaction writes texts of this subject. Returns what to `resume`. */
  async enter(subject: Sealed): Promise<string | null> {
    const [row] =
      'caseId' in subject
        ? await this.database.query<{ id: string }>(OF_CASE, [subject.caseId])
        : await this.database.query<{ id: string }>(OF_PERSON, [subject.personId]);
    const { keys } = this.database;
    const key = row && (await keys.find(row.id));
    return key ? keys.sealWith(row.id, key) : keys.sealWith(OUT_OF_REACH);
  }

  /** From now on this transaction writes texts that rest in the clear. Returns what to `resume`. */
  leave(): string | null {
    return this.database.keys.sealWith(null);
  }

  /** Goes back to the subject that was being written before `enter`, `leave` or `create`. */
  resume(before: string | null): void {
    this.database.keys.sealWith(before);
  }

  /** The subject is sealed no more: its key opens what older rows and backups hold, and seals nothing. */
  retire(subject: Sealed): void {
    this.leave();
    this.database.post(RETIRE, columnsOf(subject));
  }
}
