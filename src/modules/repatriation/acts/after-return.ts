import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { momentOf } from '../../../platform/clock/moments';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { BenefitNotice, RepatriationFollowUp, ReturnReception } from '../entities/journey.entity';
import type {
  HandOverRequest,
  RecordRepatriationFollowUpRequest,
  RecordReturnReceptionRequest,
  TellBenefitsRequest,
} from '../http/dto/after-return.requests';
import { RepatriationWork } from '../repatriation-work';

/** Who waits in Peru, to whom the person is handed over, what they are told, and how they are later. */
@Injectable()
export class AfterReturn {
  constructor(private readonly work: RepatriationWork) {}

  /** An institution or a relative says whether they will receive the person. */
  receive(
    actor: Actor,
    caseId: string,
    body: RecordReturnReceptionRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      const id = newId();
      const accepted = body.accepted ?? false;
      this.work.insert(ReturnReception, {
        ...{ id, caseId, stage: body.stage, accepted, occurredAt, handedOverAt: null, version: 1 },
        institution: ProtectedText.clear(body.institution),
        contact: protect(body.contact),
        note: protect(body.note),
      });
      await this.work.record(file, {
        ...{ kind: 'return_reception.recorded', id, occurredAt },
        data: { receptionId: id, stage: body.stage, accepted },
      });
      return { id };
    });
  }

  /** The person is with the institution that accepted them; 409 when it did not, or already. */
  handOver(
    actor: Actor,
    caseId: string,
    id: string,
    body: HandOverRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const { facts, now } = file;
      const reception = facts.receptions.find((one) => one.id === id);
      if (!reception) throw notFound();
      if (!reception.accepted || reception.handedOverAt) {
        throw new DomainError('HAND_OVER_NOT_OPEN', { status: 409 });
      }
      const occurredAt = momentOf(body.occurredAt, now, 'occurredAt');
      const [arrived] = facts.arrivals;
      if (!arrived || Temporal.Instant.compare(occurredAt, arrived.occurredAt) < 0) {
        throw invalidField('occurredAt', 'BEFORE_THE_ARRIVAL');
      }
      await this.work.database.manager.update(ReturnReception, id, {
        ...{ handedOverAt: occurredAt, version: () => 'version + 1' },
      });
      await this.work.record(file, {
        ...{ kind: 'return.handed_over', id, occurredAt, action: 'reception_in_peru' },
        data: { receptionId: id },
      });
      return { id };
    });
  }

  /** What Ley 30001 gives to whoever returns, told to the person. */
  tellBenefits(actor: Actor, caseId: string, body: TellBenefitsRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      const id = newId();
      const { channel } = body;
      this.work.insert(BenefitNotice, {
        id,
        caseId,
        channel,
        occurredAt,
        note: protect(body.note),
      });
      await this.work.record(file, {
        ...{ kind: 'benefits.told', id, occurredAt },
        data: { noticeId: id, benefitChannel: channel },
      });
      return { id };
    });
  }

  followUp(
    actor: Actor,
    caseId: string,
    body: RecordRepatriationFollowUpRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      const id = newId();
      const { finding } = body;
      const note = ProtectedText.clear(body.note);
      this.work.insert(RepatriationFollowUp, { id, caseId, finding, occurredAt, note });
      await this.work.record(file, {
        ...{ kind: 'repatriation.followed_up', id, occurredAt },
        data: { followUpId: id, finding },
      });
      return { id };
    });
  }
}
