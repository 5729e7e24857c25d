import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { AssistanceOutcomeRow, ReturnFollowUp, ReturnToPeru } from '../entities/protection.entity';
import type {
  FollowUpReturnRequest,
  RecordOutcomeRequest,
  RecordReturnRequest,
} from '../http/dto/protection.requests';
import { momentOf } from '../../../platform/clock/moments';
import { ViolenceWork } from '../violence-work';

/** What the service gave, the return to Peru, and how the person is after it. */
@Injectable()
export class Outcomes {
  constructor(private readonly work: ViolenceWork) {}

  record(actor: Actor, caseId: string, body: RecordOutcomeRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      const id = newId();
      const note = protect(body.note);
      this.work.insert(AssistanceOutcomeRow, {
        id,
        caseId,
        outcome: body.outcome,
        occurredAt,
        note,
      });
      await this.work.record(file, {
        kind: 'assistance_outcome.recorded',
        id,
        occurredAt,
        data: { outcomeId: id, assistanceOutcome: body.outcome, note },
      });
      return { id };
    });
  }

  /** The person is back in Peru; somebody asks how they are some time later. */
  recordReturn(actor: Actor, caseId: string, body: RecordReturnRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const returnedAt = momentOf(body.returnedAt, file.now, 'returnedAt');
      const id = newId();
      this.work.insert(ReturnToPeru, {
        id,
        caseId,
        returnedAt,
        institution: ProtectedText.clear(body.institution),
        plan: protect(body.plan),
      });
      await this.work.record(file, {
        kind: 'return.recorded',
        id,
        occurredAt: returnedAt,
        data: { returnId: id },
        action: 'reception_in_peru',
      });
      return { id };
    });
  }

  followUp(
    actor: Actor,
    caseId: string,
    returnId: string,
    body: FollowUpReturnRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const back = file.facts.returns.find(({ id }) => id === returnId);
      if (!back) throw notFound();
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      if (Temporal.Instant.compare(occurredAt, back.returnedAt) < 0) {
        throw invalidField('occurredAt', 'BEFORE_THE_RETURN');
      }
      const id = newId();
      const note = protect(body.note);
      this.work.insert(ReturnFollowUp, {
        id,
        caseId,
        returnId,
        occurredAt,
        finding: body.finding,
        note,
      });
      await this.work.record(file, {
        kind: 'return.followed_up',
        id,
        occurredAt,
        data: { returnId, followUpId: id, finding: body.finding, note },
      });
      return { id };
    });
  }
}
