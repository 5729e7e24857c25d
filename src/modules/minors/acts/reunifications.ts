import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { momentOf } from '../../../platform/clock/moments';
import { protect } from '../../../platform/crypto/protected-text';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { missingForReunion } from '../domain/reunification';
import { Reunification, ReunificationFollowUp } from '../entities/family.entity';
import type {
  FollowUpReunificationRequest,
  RecordReunificationRequest,
} from '../http/dto/family.requests';
import { MinorWork } from '../minor-work';

/** The child goes to a family, here or across a border, and somebody asks how they are after it. */
@Injectable()
export class Reunifications {
  constructor(private readonly work: MinorWork) {}

  /** 409 REUNIFICATION_NOT_READY with everything that is missing on that day at the post. */
  record(actor: Actor, caseId: string, body: RecordReunificationRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const { facts } = file;
      const { relativeId, toCountry } = body;
      if (!facts.relatives.some(({ id }) => id === relativeId)) {
        throw invalidField('relativeId', 'NOT_IN_THIS_CASE');
      }
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      const day = occurredAt.toZonedDateTimeISO(facts.zone).toPlainDate();
      const fromCountry = body.fromCountry ?? facts.country;
      const missing = missingForReunion(facts, {
        relativeId,
        day,
        from: fromCountry,
        to: toCountry,
      });
      if (missing.length > 0) {
        throw new DomainError('REUNIFICATION_NOT_READY', {
          status: 409,
          errors: missing.map((code) => ({ path: 'relativeId', code })),
        });
      }
      const id = newId();
      this.work.insert(Reunification, {
        id,
        caseId,
        relativeId,
        occurredAt,
        fromCountry,
        toCountry,
        institution: protect(body.institution),
        plan: protect(body.plan),
      });
      await this.work.record(file, {
        kind: 'reunification.recorded',
        id,
        occurredAt,
        data: { reunificationId: id, fromCountry, toCountry },
        ...(toCountry === 'PE' && fromCountry !== 'PE' ? { action: 'reception_in_peru' } : {}),
      });
      return { id };
    });
  }

  followUp(
    actor: Actor,
    caseId: string,
    reunificationId: string,
    body: FollowUpReunificationRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const reunion = file.facts.reunions.find(({ id }) => id === reunificationId);
      if (!reunion) throw notFound();
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      if (Temporal.Instant.compare(occurredAt, reunion.occurredAt) < 0) {
        throw invalidField('occurredAt', 'BEFORE_ITS_START');
      }
      const id = newId();
      const { finding } = body;
      const note = protect(body.note);
      this.work.insert(ReunificationFollowUp, {
        id,
        caseId,
        reunificationId,
        occurredAt,
        finding,
        note,
      });
      await this.work.record(file, {
        kind: 'reunification.followed_up',
        id,
        occurredAt,
        data: { reunificationId, followUpId: id, reunificationFinding: finding, note },
      });
      return { id };
    });
  }
}
