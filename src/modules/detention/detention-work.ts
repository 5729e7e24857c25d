import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { notFound } from '../../platform/errors/domain-error';
import { CaseFiles, Timeline, type Case } from '../cases';
import { Obligations } from '../obligations';
import { DetentionFactsSource, type LoadedFacts } from './detention-facts.source';

/** An open detention case, locked, with everything that rules compare with. */
export interface DetentionFile {
  case: Case;
  facts: LoadedFacts;
  now: Temporal.Instant;
}

/** One fact as the timeline and the audit keep it. */
export interface RecordedFact {
  /** Timeline kind and audit action, e.g. `stage.changed`. */
  kind: string;
  id: string;
  occurredAt: Temporal.Instant;
  /** By the schema of the kind: codes, ids, instants; texts as ProtectedText. */
  data?: Record<string, unknown>;
  tier?: 'standard' | 'restricted';
  /** What was done for the person (taxonomy, *Actions of assistance*), when it counts as such. */
  action?: string;
}

/**
 * The way of every write to a detention: one transaction in which the case is locked in the actor's
 * scope, the rule decides, the fact is kept with its timeline entry and its audit entry, and the
 * duties are planned again.
 */
@Injectable()
export class DetentionWork {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFiles,
    private readonly source: DetentionFactsSource,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
    private readonly obligations: Obligations,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` on the open detention `caseId`; the actor needs one of `permissions` at its post.
   * 404 when absent, out of reach or no detention; 403 without permission; 409 when finished.
   */
  async on<T>(
    actor: Actor,
    caseId: string,
    permissions: readonly string[],
    work: (file: DetentionFile) => Promise<T>,
  ): Promise<T> {
    return this.database.inTransaction(actor, async () => {
      // sent together and answered in order: the facts are read after the lock is held
      const [found, facts] = await Promise.all([
        this.cases.lockOpen(caseId),
        this.source.of(caseId),
      ]);
      if (!facts) throw notFound();
      const [first = ''] = permissions;
      if (!permissions.some((p) => mayOn(actor, p, found.postId)))
        actor.require(first, found.postId);
      return work({ case: found, facts, now: this.clock.now() });
    });
  }

  /** Keeps the trace of a fact that `work` has just saved and plans the duties again. */
  async record(file: DetentionFile, ...facts: RecordedFact[]): Promise<void> {
    for (const fact of facts) {
      await this.timeline.append({
        caseId: file.case.id,
        kind: fact.kind,
        occurredAt: fact.occurredAt,
        tier: fact.tier ?? 'standard',
        data: fact.data ?? {},
      });
      await this.audit.record({
        action: fact.kind,
        subjectType: 'case',
        subjectId: file.case.id,
        details: { factId: fact.id },
      });
      if (fact.action) {
        await this.cases.recordAction(file.case.id, fact.action, fact.occurredAt, {
          tier: fact.tier ?? 'standard',
        });
      }
    }
    const [first] = facts;
    if (first) await this.obligations.replan(file.case.id, first.kind.replace('.', '_'));
  }

  /** Inserts a row as it is; the table's policy decides. */
  async insert<Row extends object>(
    entity: new () => Row,
    row: Omit<Row, 'recordedAt'>,
  ): Promise<void> {
    this.database.insert(entity, row as Partial<Row>);
  }
}

/**
 * Whether `permission` reaches a case of `postId` that the actor sees. An honorary consul sees only
 * the cases handed to them, of whichever post, and acts on those (RC 55, 57).
 */
const mayOn = (actor: Actor, permission: string, postId: string): boolean =>
  actor.can(permission, postId) ||
  (actor.grants.every((grant) => grant.role === 'honorary_consul') && actor.can(permission));

/** An ISO instant that validation has already accepted. */
export const instantOf = (iso: string): Temporal.Instant => Temporal.Instant.from(iso);
export const optionalInstant = (iso: string | null | undefined): Temporal.Instant | null =>
  iso ? Temporal.Instant.from(iso) : null;
