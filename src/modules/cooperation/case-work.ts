import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { DomainError } from '../../platform/errors/domain-error';
import { CaseFiles, Timeline, type Case } from '../cases';
import { Obligations } from '../obligations';

/** Data of an entry: codes, ids and instants; texts as ProtectedText. */
type Data = Record<string, unknown>;

/**
 * The way of every write of this part: one transaction in which the case is locked in the actor's
 * scope, the rule decides, the fact is kept with its timeline entry and its audit entry, and the
 * duties are planned again.
 */
@Injectable()
export class CaseWork {
  constructor(
    private readonly database: Database,
    private readonly files: CaseFiles,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
    private readonly obligations: Obligations,
    private readonly clock: Clock,
  ) {}

  now(): Temporal.Instant {
    return this.clock.now();
  }

  /**
   * Runs `work` on the open case, locked; the actor needs `permission` at its post. 404 when absent
   * or out of reach, 403 without permission, 409 CASE_IS_FINISHED.
   */
  on<T>(
    actor: Actor,
    caseId: string,
    permission: string,
    work: (file: Case) => Promise<T>,
  ): Promise<T> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lockOpen(caseId);
      actor.require(permission, file.postId);
      return work(file);
    });
  }

  /** The timeline entry and the audit entry of a fact; `kind` names both. */
  async trace(caseId: string, kind: string, data: Data, details: Data = {}): Promise<string> {
    const id = await this.timeline.append({
      caseId,
      kind,
      occurredAt: this.clock.now(),
      data,
    });
    await this.audit.record({
      action: kind,
      subjectType: 'case',
      subjectId: caseId,
      details: { entry: id, ...details },
    });
    return id;
  }

  async replan(caseId: string, kind: string): Promise<void> {
    await this.obligations.replan(caseId, kind.replace('.', '_'));
  }

  /** An officer moves what is theirs or nobody's; heads and headquarters' desk move any. */
  assertMoves(actor: Actor, file: Case): void {
    const movesAny = actor.can('case.transfer', file.postId) || actor.holds('protection_desk');
    const own = file.assigneeId === null || file.assigneeId === actor.accountId;
    if (!movesAny && !own) throw new DomainError('CASE_OF_A_COLLEAGUE', { status: 403 });
  }
}

export const dateOf = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);
