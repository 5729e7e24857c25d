import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClsService } from 'nestjs-cls';
import { CORRELATION } from '../context/correlation';
import { Database } from '../database/database';
import { statement } from '../database/statement';
import { newId } from '../ids';

const INSERT = statement(
  'audit.insert',
  `INSERT INTO audit_entries (id, actor_id, session_id, action, subject_type, subject_id, outcome,
     before_hash, after_hash, correlation, details)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);

export interface AuditRecord {
  /** `noun.verb` in the past, e.g. `visit.recorded`, `case.viewed`. */
  action: string;
  subjectType: string;
  subjectId: string | null;
  outcome?: 'done' | 'refused';
  /** Hashed, never stored: proves what was, without keeping a second copy of personal data. */
  before?: unknown;
  after?: unknown;
  /** Ids, codes and counts only; never names, texts or queries. */
  details?: Record<string, unknown>;
}

/** Writes an entry in the transaction that it describes: both happen, or neither. */
@Injectable()
export class Audit {
  constructor(
    private readonly database: Database,
    private readonly cls: ClsService,
  ) {}

  async record(entry: AuditRecord): Promise<void> {
    const { actor } = this.database;
    this.database.post(INSERT, [
      newId(),
      actor.accountId,
      actor.sessionId,
      entry.action,
      entry.subjectType,
      entry.subjectId,
      entry.outcome ?? 'done',
      fingerprint(entry.before),
      fingerprint(entry.after),
      this.cls.get<string | undefined>(CORRELATION) ?? null,
      entry.details ? JSON.stringify(entry.details) : null,
    ]);
  }
}

const fingerprint = (value: unknown): Buffer | null =>
  value === undefined || value === null
    ? null
    : createHash('sha256').update(JSON.stringify(value)).digest();
