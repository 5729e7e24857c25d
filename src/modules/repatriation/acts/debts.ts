import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { pastDay } from '../../../platform/clock/moments';
import { protect } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { amountOf } from '../../../platform/money/money';
import { CaseFiles, Timeline } from '../../cases';
import {
  outstanding,
  reimbursementOf,
  settlementRefusal,
  type Settlement,
} from '../domain/reimbursement';
import { isOwed } from '../domain/vocabulary';
import { RepatriationDebt } from '../entities/plan.entity';
import type { ReceiveInstalmentRequest, WaiveDebtRequest } from '../http/dto/debt.requests';
import { RepatriationWork } from '../repatriation-work';

type Words = Pick<RepatriationDebt, 'settledOn' | 'reason' | 'proof' | 'documentId'>;

/** What the debt of a case is made of so far, locked. */
interface OpenDebt {
  opened: RepatriationDebt;
  settled: Settlement[];
  now: Temporal.Instant;
}

/** What the State paid and is to get back, long after the case was closed. */
@Injectable()
export class Debts {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFiles,
    private readonly work: RepatriationWork,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * An instalment that was received, with its proof: a text or a file of the case; also on a closed
   * case. 404 before a boarding; 409 DEBT_DOES_NOT_FOLLOW when nothing is owed; 422 MORE_THAN_OWED,
   * NOT_OWED_IN_CURRENCY.
   */
  receive(actor: Actor, caseId: string, body: ReceiveInstalmentRequest): Promise<{ id: string }> {
    if (!body.proof && !body.documentId) throw invalidField('proof', 'isNotEmpty');
    return this.onDebt(actor, caseId, 'case.edit', async (debt) => {
      const words: Words = {
        settledOn: pastDay(body.receivedOn, debt.now, 'receivedOn'),
        ...{ reason: null, proof: protect(body.proof) },
        documentId: await this.work.documentOf(caseId, body.documentId),
      };
      const { currency } = body;
      return this.settle(
        debt,
        { kind: 'instalment', currency, amount: amountOf(body.amount) },
        words,
      );
    });
  }

  /**
   * Headquarters waives what is outstanding, or a part of it, which leaves the rest due; with who and
   * why. Refused as an instalment is.
   */
  waive(actor: Actor, caseId: string, body: WaiveDebtRequest): Promise<{ id: string }> {
    if ((body.amount === undefined) !== (body.currency === undefined)) {
      throw invalidField(body.amount === undefined ? 'amount' : 'currency', 'isNotEmpty');
    }
    return this.onDebt(actor, caseId, 'repatriation.decide', async (debt) => {
      const words: Words = {
        settledOn: debt.now.toZonedDateTimeISO('America/Lima').toPlainDate().toString(),
        ...{ reason: protect(body.reason), proof: null },
        documentId: await this.work.documentOf(caseId, body.documentId),
      };
      const parts =
        body.amount && body.currency
          ? [{ currency: body.currency, amount: amountOf(body.amount) }]
          : outstanding(debt.opened.costs, debt.settled);
      let last = { id: debt.opened.id };
      for (const part of parts) last = await this.settle(debt, { kind: 'waiver', ...part }, words);
      return last;
    });
  }

  private onDebt(
    actor: Actor,
    caseId: string,
    permission: string,
    work: (debt: OpenDebt) => Promise<{ id: string }>,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.cases.lock(caseId);
      actor.require(permission, file.postId);
      const [opened, ...entries] = await this.database.manager.find(RepatriationDebt, {
        where: { caseId },
        order: { position: 'ASC' },
      });
      if (!opened) throw notFound();
      const settled = entries.map(({ kind, currency, amount }) => ({
        ...{ kind: kind as Settlement['kind'], currency: currency!, amount: amount! },
      }));
      if (!isOwed(reimbursementOf(opened.costs, settled))) {
        throw new DomainError('DEBT_DOES_NOT_FOLLOW', { status: 409, allowed: [] });
      }
      return work({ opened, settled, now: this.clock.now() });
    });
  }

  /** An entry with the state that follows from it; the debt goes on from there. */
  private async settle(debt: OpenDebt, one: Settlement, words: Words): Promise<{ id: string }> {
    const { opened, settled, now } = debt;
    const refusal = settlementRefusal(opened.costs, settled, one);
    if (refusal) {
      throw invalidField(refusal === 'MORE_THAN_OWED' ? 'amount' : 'currency', refusal);
    }
    settled.push(one);
    const { caseId, personId, costs } = opened;
    const state = reimbursementOf(costs, settled);
    const id = newId();
    this.database.insert(RepatriationDebt, {
      ...{ id, caseId, personId, state, costs, ...one, ...words },
      recordedBy: this.database.actor.accountId,
    });
    await this.timeline.append({
      ...{ caseId, kind: 'repatriation_debt.settled', occurredAt: now },
      data: { debtId: id, debt: state },
    });
    await this.audit.record({
      ...{ action: `repatriation_debt.${one.kind}`, subjectType: 'case', subjectId: caseId },
      details: { factId: id },
    });
    return { id };
  }
}
