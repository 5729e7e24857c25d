import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { momentOf, pastDay } from '../../../platform/clock/moments';
import { protect } from '../../../platform/crypto/protected-text';
import { invalidField } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { DeathWork } from '../death-work';
import { needsNecropsy } from '../domain/death';
import { Death, HeadquartersReport } from '../entities/kin.entity';
import type { FindOutRequest, ReportToHeadquartersRequest } from '../http/dto/kin.requests';

/** What becomes known after the first call, and what headquarters is told of it. */
@Injectable()
export class FindOut {
  constructor(private readonly work: DeathWork) {}

  /** Corrects what is known; what is left out stays. */
  update(actor: Actor, caseId: string, body: FindOutRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      if (Object.values(body).every((value) => value === undefined)) {
        throw invalidField('manner', 'SAY_AT_LEAST_ONE');
      }
      const { manager } = this.work.database;
      const known = await manager.findOneByOrFail(Death, { caseId });
      const manner = body.manner ?? known.manner;
      const heirs = body.heirs ?? known.heirs;
      const inCustody = body.inCustody ?? known.custodyKnownAt !== null;
      const since = (asked: boolean, from: Death['custodyKnownAt']) =>
        asked ? (from ?? file.now) : null;
      await manager.update(
        Death,
        { caseId },
        {
          diedOn: pastDay(body.diedOn, file.now, 'diedOn') ?? known.diedOn,
          manner,
          heirs,
          cause: protect(body.cause) ?? known.cause,
          identification: body.identification ?? known.identification,
          kinKnown: body.kinKnown ?? known.kinKnown,
          nextOfKin: protect(body.nextOfKin) ?? known.nextOfKin,
          custodyKnownAt: since(inCustody, known.custodyKnownAt),
          inquiryKnownAt: since(inCustody || needsNecropsy(manner), known.inquiryKnownAt),
          noHeirsKnownAt: since(heirs === 'unknown', known.noHeirsKnownAt),
          version: known.version + 1,
        },
      );
      const { identification } = body;
      await this.work.record(file, {
        kind: 'death.updated',
        id: caseId,
        data: {
          ...(body.manner && { manner }),
          ...(identification && { identification }),
          ...(body.heirs && { heirs }),
        },
      });
      return { id: caseId };
    });
  }

  /** Headquarters was told of a death in custody, or of an estate without known heirs (RC 163). */
  report(actor: Actor, caseId: string, body: ReportToHeadquartersRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      const id = newId();
      this.work.insert(HeadquartersReport, {
        id,
        caseId,
        subject: body.subject,
        occurredAt,
        reference: protect(body.reference),
        note: protect(body.note),
      });
      await this.work.record(file, {
        kind: 'headquarters.reported',
        id,
        occurredAt,
        data: { reportId: id, reportSubject: body.subject },
      });
      return { id };
    });
  }
}
