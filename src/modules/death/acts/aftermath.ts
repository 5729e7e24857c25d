import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { momentOf, pastDay } from '../../../platform/clock/moments';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { DeathWork, type DeathFile } from '../death-work';
import type { InquiryFact } from '../domain/death-facts';
import {
  DeathInquiry,
  DeathInquiryContact,
  DeathRegistration,
  Necropsy,
  NecropsyResult,
} from '../entities/aftermath.entity';
import type {
  ConcludeInquiryRequest,
  FollowInquiryRequest,
  OpenInquiryRequest,
  RecordNecropsyRequest,
  RegisterDeathRequest,
} from '../http/dto/aftermath.requests';

/** The civil register, and whoever investigates the death. */
@Injectable()
export class Aftermath {
  constructor(private readonly work: DeathWork) {}

  /** By a declarant, or ex officio when there is none (RC 96). */
  register(actor: Actor, caseId: string, body: RegisterDeathRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      if (body.exOfficio && body.declarant) throw invalidField('declarant', 'EX_OFFICIO_HAS_NONE');
      if (!body.exOfficio && !body.declarant) throw invalidField('declarant', 'isNotEmpty');
      const id = newId();
      this.work.insert(DeathRegistration, {
        id,
        caseId,
        exOfficio: body.exOfficio ?? false,
        authority: ProtectedText.clear(body.authority),
        entryNumber: ProtectedText.clear(body.entryNumber),
        registeredOn: pastDay(body.registeredOn, file.now, 'registeredOn')!,
        declarant: protect(body.declarant),
      });
      await this.work.record(file, {
        kind: 'death.registered',
        id,
        data: { registrationId: id, registration: body.exOfficio ? 'ex_officio' : 'declared' },
        action: 'civil_registration',
      });
      return { id };
    });
  }

  openInquiry(actor: Actor, caseId: string, body: OpenInquiryRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const openedAt = momentOf(body.openedAt, file.now, 'openedAt');
      const id = newId();
      this.work.insert(DeathInquiry, {
        id,
        caseId,
        authority: ProtectedText.clear(body.authority),
        fileNumber: protect(body.fileNumber),
        openedAt,
        concludedAt: null,
        conclusion: null,
        version: 1,
      });
      await this.work.record(file, {
        kind: 'death_inquiry.opened',
        id,
        occurredAt: openedAt,
        data: { inquiryId: id, authority: protect(body.authority) },
      });
      return { id };
    });
  }

  /** What the authority said when asked. */
  follow(
    actor: Actor,
    caseId: string,
    inquiryId: string,
    body: FollowInquiryRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      this.standing(file, inquiryId);
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      const id = newId();
      const note = ProtectedText.clear(body.note);
      this.work.insert(DeathInquiryContact, { id, caseId, inquiryId, occurredAt, note });
      await this.work.record(file, {
        kind: 'death_inquiry.followed',
        id,
        occurredAt,
        data: { inquiryId, contactId: id, note },
        action: 'contact_with_authority',
      });
      return { id };
    });
  }

  conclude(
    actor: Actor,
    caseId: string,
    id: string,
    body: ConcludeInquiryRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const { openedAt } = this.standing(file, id);
      const concludedAt = momentOf(body.concludedAt, file.now, 'concludedAt');
      if (Temporal.Instant.compare(concludedAt, openedAt) < 0) {
        throw invalidField('concludedAt', 'BEFORE_ITS_START');
      }
      const conclusion = ProtectedText.clear(body.conclusion);
      await this.work.database.manager.update(
        DeathInquiry,
        { id, caseId },
        { concludedAt, conclusion, version: 2 },
      );
      await this.work.record(file, {
        kind: 'death_inquiry.concluded',
        id,
        occurredAt: concludedAt,
        data: { inquiryId: id },
      });
      return { id };
    });
  }

  /** What it found is a restricted part; that it was made is not. */
  necropsy(actor: Actor, caseId: string, body: RecordNecropsyRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const id = newId();
      const doneOn = pastDay(body.doneOn, file.now, 'doneOn')!;
      this.work.insert(Necropsy, {
        id,
        caseId,
        authority: ProtectedText.clear(body.authority),
        doneOn,
      });
      const entries = [{ kind: 'necropsy.recorded', id, data: { necropsyId: id } }];
      if (body.result) {
        const resultId = newId();
        const result = ProtectedText.clear(body.result);
        this.work.insert(NecropsyResult, { id: resultId, caseId, necropsyId: id, result });
      }
      await this.work.record(file, ...entries);
      return { id };
    });
  }

  /** What it found, when that comes later; the newest holds. */
  necropsyResult(
    actor: Actor,
    caseId: string,
    necropsyId: string,
    body: { result: string },
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const found = await this.work.database.manager.existsBy(Necropsy, { id: necropsyId, caseId });
      if (!found) throw notFound();
      const id = newId();
      const result = ProtectedText.clear(body.result);
      this.work.insert(NecropsyResult, { id, caseId, necropsyId, result });
      await this.work.record(file, {
        kind: 'necropsy_result.recorded',
        id,
        tier: 'restricted',
        data: { necropsyId, resultId: id },
      });
      return { id };
    });
  }

  private standing({ facts }: DeathFile, id: string): InquiryFact {
    const inquiry = facts.inquiries.find((one) => one.id === id);
    if (!inquiry) throw notFound();
    if (inquiry.concludedAt) throw new DomainError('INQUIRY_CONCLUDED', { status: 409 });
    return inquiry;
  }
}
