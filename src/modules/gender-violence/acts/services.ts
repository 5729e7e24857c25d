import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { ACTION_OF_SERVICE, type ServiceState, type SupportService } from '../domain/protection';
import { SupportServiceRow } from '../entities/protection.entity';
import type { AnswerServiceRequest, RecordServiceRequest } from '../http/dto/protection.requests';
import { pastDay } from '../../../platform/clock/moments';
import { ViolenceWork } from '../violence-work';

const actionOf = (service: SupportService, state: ServiceState): { action?: string } =>
  state === 'obtained' ? { action: ACTION_OF_SERVICE[service] } : {};

/** Shelter, health, legal help and the complaint: asked of an institution, obtained or refused. */
@Injectable()
export class Services {
  constructor(private readonly work: ViolenceWork) {}

  record(actor: Actor, caseId: string, body: RecordServiceRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const requestedOn = pastDay(body.requestedOn, file.now, 'requestedOn')!;
      const answeredOn = pastDay(body.answeredOn, file.now, 'answeredOn');
      if ((body.state === 'requested') !== (answeredOn === null)) {
        throw invalidField('answeredOn', answeredOn ? 'NOT_ANSWERED_YET' : 'isNotEmpty');
      }
      if (answeredOn && answeredOn < requestedOn) {
        throw invalidField('answeredOn', 'BEFORE_ITS_START');
      }
      const id = newId();
      this.work.insert(SupportServiceRow, {
        id,
        caseId,
        service: body.service,
        state: body.state,
        institution: ProtectedText.clear(body.institution),
        requestedOn,
        answeredOn,
        note: protect(body.note),
        version: 1,
      });
      await this.work.record(file, {
        kind: 'service.recorded',
        id,
        data: { serviceId: id, service: body.service, serviceState: body.state },
        ...actionOf(body.service, body.state),
      });
      return { id };
    });
  }

  /** What the institution answered; 409 when it had answered already. */
  answer(
    actor: Actor,
    caseId: string,
    id: string,
    body: AnswerServiceRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const { manager } = this.work.database;
      const row = await manager.findOneBy(SupportServiceRow, { id, caseId });
      if (!row) throw notFound();
      if (row.state !== 'requested') {
        throw new DomainError('SERVICE_ALREADY_ANSWERED', { status: 409 });
      }
      const answeredOn = pastDay(body.answeredOn, file.now, 'answeredOn')!;
      if (answeredOn < row.requestedOn) throw invalidField('answeredOn', 'BEFORE_ITS_START');
      await manager.update(SupportServiceRow, id, {
        state: body.state,
        answeredOn,
        note: protect(body.note) ?? row.note,
        version: row.version + 1,
      });
      await this.work.record(file, {
        kind: 'service.answered',
        id,
        data: { serviceId: id, service: row.service, serviceState: body.state },
        ...actionOf(row.service, body.state),
      });
      return { id };
    });
  }
}
