import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { pastDay } from '../../../platform/clock/moments';
import { protect } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { CaseFiles, Timeline } from '../../cases';
import { REIMBURSEMENT_TRANSITIONS } from '../domain/vocabulary';
import { RepatriationDebt } from '../entities/plan.entity';
import type { SettleDebtRequest } from '../http/dto/consultation.requests';

/** What the State paid and is to get back, long after the case was closed. */
@Injectable()
export class Debts {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFiles,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Repaid in part or wholly, or waived with why; also on a closed case. 404 before a boarding; 409
   * DEBT_DOES_NOT_FOLLOW where the debt cannot go there.
   */
  settle(actor: Actor, caseId: string, body: SettleDebtRequest): Promise<{ id: string }> {
    const now = this.clock.now();
    if (body.state === 'waived' && !body.reason) throw invalidField('reason', 'isNotEmpty');
    return this.database.inTransaction(actor, async () => {
      const file = await this.cases.lock(caseId);
      actor.require('repatriation.decide', file.postId);
      const [debt] = await this.database.manager.find(RepatriationDebt, {
        where: { caseId },
        order: { recordedAt: 'DESC', id: 'DESC' },
        take: 1,
      });
      if (!debt) throw notFound();
      const allowed = REIMBURSEMENT_TRANSITIONS[debt.state];
      if (!allowed.includes(body.state)) {
        throw new DomainError('DEBT_DOES_NOT_FOLLOW', { status: 409, allowed });
      }
      const id = newId();
      this.database.insert(RepatriationDebt, {
        ...{ id, caseId, personId: debt.personId, state: body.state, costs: debt.costs },
        settledOn: pastDay(body.settledOn, now, 'settledOn'),
        reason: protect(body.reason),
        ...{ documentId: null, recordedBy: actor.accountId },
      });
      await this.timeline.append({
        ...{ caseId, kind: 'repatriation_debt.settled', occurredAt: now },
        data: { debtId: id, debt: body.state },
      });
      await this.audit.record({
        ...{ action: 'repatriation_debt.settled', subjectType: 'case', subjectId: caseId },
        details: { factId: id },
      });
      return { id };
    });
  }
}
