import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { momentOf } from '../../../platform/clock/moments';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { SafeReturn, SafeReturnFollowUp } from '../entities/protection.entity';
import type {
  ConfirmArrivalRequest,
  FollowUpSafeReturnRequest,
  PlanSafeReturnRequest,
} from '../http/dto/protection.requests';
import { TraffickingWork } from '../trafficking-work';

const OF_CASE = statement(
  'trafficking.dependants-of-case',
  `SELECT count(DISTINCT person_id)::int AS n FROM case_people
    WHERE case_id = $1 AND until IS NULL AND role = 'dependant' AND person_id = ANY ($2::uuid[])`,
);

type Kept = Promise<{ id: string }>;

/** The safe way home of the victim and their dependants, and how they are after it (rules §5). */
@Injectable()
export class ReturnHome {
  constructor(private readonly work: TraffickingWork) {}

  /** 409 RETURN_NOT_AGREED or RETURN_TOO_DANGEROUS: nobody is sent home against their will or into danger. */
  plan(actor: Actor, caseId: string, body: PlanSafeReturnRequest): Kept {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      if (!body.agreed) throw new DomainError('RETURN_NOT_AGREED', { status: 409 });
      if (body.risk === 'too_high') throw new DomainError('RETURN_TOO_DANGEROUS', { status: 409 });
      const dependants = body.dependants ?? [];
      const [found] = await this.work.database.query<{ n: number }>(OF_CASE, [caseId, dependants]);
      if (found!.n !== dependants.length) throw invalidField('dependants', 'NOT_IN_THIS_CASE');
      const id = newId();
      this.work.insert(SafeReturn, {
        ...{ id, caseId, dependants, risk: body.risk, agreed: body.agreed },
        riskAssessment: ProtectedText.clear(body.riskAssessment),
        reception: ProtectedText.clear(body.reception),
        plannedOn: body.plannedOn,
        arrivedAt: null,
      });
      const data = { returnId: id, plannedOn: body.plannedOn };
      await this.work.record(file, { kind: 'safe_return.planned', id, data });
      return { id };
    });
  }

  /** They are in Peru; somebody asks how they are some time later. 409 ALREADY_ARRIVED. */
  arrive(actor: Actor, caseId: string, id: string, body: ConfirmArrivalRequest): Kept {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const back = file.facts.returns.find((r) => r.id === id);
      if (!back) throw notFound();
      if (back.arrivedAt) throw new DomainError('ALREADY_ARRIVED', { status: 409 });
      const arrivedAt = momentOf(body.arrivedAt, file.now, 'arrivedAt');
      await this.work.database.manager.update(SafeReturn, id, { arrivedAt });
      await this.work.record(file, {
        kind: 'safe_return.arrived',
        id,
        occurredAt: arrivedAt,
        data: { returnId: id },
        action: 'reception_in_peru',
      });
      return { id };
    });
  }

  followUp(actor: Actor, caseId: string, returnId: string, body: FollowUpSafeReturnRequest): Kept {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const back = file.facts.returns.find((r) => r.id === returnId);
      if (!back) throw notFound();
      if (!back.arrivedAt) throw new DomainError('NOT_ARRIVED_YET', { status: 409 });
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      if (occurredAt.epochMilliseconds < back.arrivedAt.epochMilliseconds) {
        throw invalidField('occurredAt', 'BEFORE_THE_RETURN');
      }
      const id = newId();
      const { finding } = body;
      this.work.insert(SafeReturnFollowUp, {
        ...{ id, caseId, returnId, occurredAt, finding },
        note: protect(body.note),
      });
      await this.work.record(file, {
        kind: 'safe_return.followed_up',
        id,
        occurredAt,
        data: { returnId, followUpId: id, finding },
      });
      return { id };
    });
  }
}
