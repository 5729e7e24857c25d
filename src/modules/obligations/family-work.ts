import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { invalidField, notFound } from '../../platform/errors/domain-error';
import { CaseFiles, Timeline, type Case } from '../cases';
import { Obligations } from './planning/obligations';

const TAKES_PART = statement(
  'obligations.takes-part',
  `SELECT cp.person_id AS id FROM case_people cp JOIN persons p ON p.id = $2
    WHERE cp.case_id = $1 AND cp.until IS NULL AND cp.person_id IN (p.id, p.merged_into) LIMIT 1`,
);
const DOCUMENT = statement(
  'obligations.document-of-case',
  'SELECT 1 AS found FROM documents WHERE case_id = $1 AND id = $2',
);

/** An open case of a family, locked, with everything that its rules compare with. */
export interface FamilyFile<Facts> {
  case: Case;
  facts: Facts;
  now: Temporal.Instant;
}

/** One fact as the timeline and the audit keep it. */
export interface RecordedFact {
  /** Timeline kind and audit action, e.g. `stage.changed`. */
  kind: string;
  id: string;
  /** Absent: now. */
  occurredAt?: Temporal.Instant;
  /** By the schema of the kind: codes, ids, instants; texts as ProtectedText. */
  data?: Record<string, unknown>;
  /** Absent: that of the family. */
  tier?: 'standard' | 'restricted';
  /** What was done for the person (taxonomy, *Actions of assistance*), when it counts as such. */
  action?: string;
}

/** What every family writes with. */
@Injectable()
export class FamilyTools {
  constructor(
    readonly database: Database,
    readonly cases: CaseFiles,
    readonly timeline: Timeline,
    readonly audit: Audit,
    readonly obligations: Obligations,
    readonly clock: Clock,
  ) {}
}

/** Reads the facts of one case in the actor's scope; null when it is of another family. */
interface Source<Facts> {
  of(caseId: string): Promise<Facts | null>;
}

/**
 * The way of every write to a case of a family: one transaction in which the case is locked in the
 * actor's scope, the rule decides, the fact is kept with its timeline entry and its audit entry, and
 * the duties are planned again. A family extends it with its facts and the tier of its entries.
 */
export abstract class FamilyWork<Facts> {
  constructor(
    private readonly tools: FamilyTools,
    private readonly source: Source<Facts>,
    private readonly tier: 'standard' | 'restricted',
  ) {}

  get database(): Database {
    return this.tools.database;
  }

  get cases(): CaseFiles {
    return this.tools.cases;
  }

  /**
   * Runs `work` on the open case; the actor needs one of `permissions` at its post. 404 when absent,
   * out of reach or of another family; 403 without permission; 409 when finished.
   */
  async on<T>(
    actor: Actor,
    caseId: string,
    permissions: string | readonly string[],
    work: (file: FamilyFile<Facts>) => Promise<T>,
  ): Promise<T> {
    const { database, cases, clock } = this.tools;
    return database.inTransaction(actor, async () => {
      // sent together and answered in order: the facts are read after the lock is held
      const [found, facts] = await Promise.all([cases.lockOpen(caseId), this.source.of(caseId)]);
      if (!facts) throw notFound();
      const oneOf = [permissions].flat();
      if (!oneOf.some((permission) => mayOn(actor, permission, found.postId))) {
        actor.require(oneOf[0]!, found.postId);
      }
      return work({ case: found, facts, now: clock.now() });
    });
  }

  /** Keeps the trace of a fact that `work` has just saved and plans the duties again. */
  async record(file: FamilyFile<Facts>, ...facts: RecordedFact[]): Promise<void> {
    const { cases, timeline, audit, obligations } = this.tools;
    const caseId = file.case.id;
    for (const { kind, id, data = {}, action, ...fact } of facts) {
      const { occurredAt = file.now, tier = this.tier } = fact;
      await timeline.append({ caseId, kind, occurredAt, tier, data });
      await audit.record({
        action: kind,
        subjectType: 'case',
        subjectId: caseId,
        details: { factId: id },
      });
      if (action) await cases.recordAction(caseId, action, occurredAt, { tier });
    }
    const [first] = facts;
    if (first) await obligations.replan(caseId, first.kind.replace('.', '_'));
  }

  /** The record by which somebody takes part in the case; 422 when they do not. */
  async partOf(caseId: string, personId: string, path = 'personId'): Promise<string> {
    const [part] = await this.database.query<{ id: string }>(TAKES_PART, [caseId, personId]);
    if (!part) throw invalidField(path, 'NOT_IN_THE_CASE');
    return part.id;
  }

  /** A file of the case; 422 for any other, null when none is named. */
  async documentOf(caseId: string, documentId: string | undefined): Promise<string | null> {
    if (!documentId) return null;
    const [found] = await this.database.query(DOCUMENT, [caseId, documentId]);
    if (!found) throw invalidField('documentId', 'NOT_IN_THIS_CASE');
    return documentId;
  }

  /** Inserts a row of the case, recorded by the actor; the table's policy decides. */
  insert<Row extends object>(
    entity: new () => Row,
    row: Omit<Row, 'recordedAt' | 'recordedBy'>,
  ): void {
    const recordedBy = this.database.actor.accountId;
    this.database.insert(entity, { ...row, recordedBy } as unknown as Partial<Row>);
  }
}

/**
 * Whether `permission` reaches a case of `postId` that the actor sees. An honorary consul sees only
 * the cases handed to them, of whichever post, and acts on those (RC 55, 57).
 */
const mayOn = (actor: Actor, permission: string, postId: string): boolean =>
  actor.can(permission, postId) ||
  (actor.grants.every((grant) => grant.role === 'honorary_consul') && actor.can(permission));
