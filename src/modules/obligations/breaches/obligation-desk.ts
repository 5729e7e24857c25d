import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { protect } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError, notFound } from '../../../platform/errors/domain-error';
import { CaseFiles } from '../../cases';
import type { BreachReason } from '../domain/obligation';
import { Obligation } from '../entities/obligation.entity';
import { ListObligations, type ObligationView } from '../ledger/list-obligations';

const SILENCE = statement(
  'reminder.silence',
  `UPDATE reminders SET state = 'void' WHERE obligation_id = $1 AND state IN ('planned', 'queued')`,
);

/** What people say about a duty: that they have heard, why it was late, that the reason holds. */
@Injectable()
export class ObligationDesk {
  constructor(
    private readonly database: Database,
    private readonly list: ListObligations,
    private readonly cases: CaseFiles,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Stops the ladder, never the obligation (rules §3). Again is no fault.
   * 404 out of reach; 403 without permission at its post; 409 OBLIGATION_NOT_OPEN once it has ended.
   */
  acknowledge(actor: Actor, id: string): Promise<ObligationView> {
    return this.on(actor, id, 'obligation.acknowledge', async (obligation) => {
      if (obligation.status !== 'open') {
        throw new DomainError('OBLIGATION_NOT_OPEN', { status: 409 });
      }
      if (obligation.acknowledgedAt) return;
      await this.database.query(SILENCE, [id]);
      await this.change(obligation, 'obligation.acknowledged', {
        acknowledgedAt: this.now(),
        acknowledgedBy: actor.accountId,
      });
    });
  }

  /** 422 NOT_BREACHED; 409 BREACH_ALREADY_ACCEPTED: an accepted reason is not rewritten. */
  explain(
    actor: Actor,
    id: string,
    body: { reason: BreachReason; note?: string },
  ): Promise<ObligationView> {
    return this.on(actor, id, 'obligation.acknowledge', async (obligation) => {
      if (!obligation.breachedAt) throw new DomainError('NOT_BREACHED');
      this.assertNotAccepted(obligation);
      await this.cases.writeIn(obligation.caseId);
      await this.change(obligation, 'breach.explained', {
        breachReason: body.reason,
        breachNote: protect(body.note),
        breachReasonBy: actor.accountId,
      });
    });
  }

  /** By head of post or headquarters. 422 BREACH_WITHOUT_REASON; 409 BREACH_ALREADY_ACCEPTED. */
  accept(actor: Actor, id: string, body: { note?: string }): Promise<ObligationView> {
    return this.on(actor, id, 'breach.accept', async (obligation) => {
      if (!obligation.breachReason) throw new DomainError('BREACH_WITHOUT_REASON');
      this.assertNotAccepted(obligation);
      await this.cases.writeIn(obligation.caseId);
      await this.change(obligation, 'breach.accepted', {
        breachAcceptedAt: this.now(),
        breachAcceptedBy: actor.accountId,
        acceptanceNote: protect(body.note),
      });
    });
  }

  private on(
    actor: Actor,
    id: string,
    permission: string,
    work: (obligation: Obligation) => Promise<void>,
  ): Promise<ObligationView> {
    return this.database.inTransaction(actor, async () => {
      const obligation = await this.database.manager.findOne(Obligation, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!obligation) throw notFound();
      actor.require(permission, obligation.postId);
      await work(obligation);
      return this.list.one(id);
    });
  }

  private assertNotAccepted(obligation: Obligation): void {
    if (obligation.breachAcceptedAt) {
      throw new DomainError('BREACH_ALREADY_ACCEPTED', { status: 409 });
    }
  }

  private async change(
    obligation: Obligation,
    action: string,
    changes: Partial<Obligation>,
  ): Promise<void> {
    const version = obligation.version + 1;
    await this.database.manager.update(Obligation, obligation.id, { ...changes, version });
    await this.audit.record({
      action,
      subjectType: 'obligation',
      subjectId: obligation.id,
      details: { caseId: obligation.caseId, kind: obligation.kind },
    });
  }

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}
