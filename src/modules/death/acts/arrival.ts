import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { momentOf, pastDay } from '../../../platform/clock/moments';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { invalidField } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { DeathWork } from '../death-work';
import { RemainsReception, RestingPlace, TransitPermit } from '../entities/remains.entity';
import type {
  RecordPermitRequest,
  RecordReceptionRequest,
  RecordRestRequest,
} from '../http/dto/remains.requests';

/** What lets the remains pass, who receives them in Peru, and where they rest. */
@Injectable()
export class Arrival {
  constructor(private readonly work: DeathWork) {}

  permit(actor: Actor, caseId: string, body: RecordPermitRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const grantedOn = pastDay(body.grantedOn, file.now, 'grantedOn')!;
      if (body.expiresOn && body.expiresOn < grantedOn) {
        throw invalidField('expiresOn', 'BEFORE_ITS_START');
      }
      const id = newId();
      this.work.insert(TransitPermit, {
        id,
        caseId,
        country: body.country,
        authority: ProtectedText.clear(body.authority),
        number: ProtectedText.clear(body.number),
        grantedOn,
        expiresOn: body.expiresOn ?? null,
      });
      await this.work.record(file, {
        kind: 'transit_permit.recorded',
        id,
        data: { permitId: id, expiresOn: body.expiresOn ?? null },
      });
      return { id };
    });
  }

  /** Whoever is to receive accepts or not; with `receivedAt` the remains are with them. */
  receive(actor: Actor, caseId: string, body: RecordReceptionRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      if (body.receivedAt && !body.accepted) throw invalidField('receivedAt', 'NOT_ACCEPTED');
      const receivedAt = body.receivedAt ? momentOf(body.receivedAt, file.now, 'receivedAt') : null;
      const id = newId();
      this.work.insert(RemainsReception, {
        id,
        caseId,
        receiver: ProtectedText.clear(body.receiver),
        relation: body.relation,
        accepted: body.accepted ?? false,
        receivedAt,
        place: ProtectedText.clear(body.place),
        note: protect(body.note),
      });
      await this.work.record(file, {
        kind: 'remains.received',
        id,
        ...(receivedAt ? { occurredAt: receivedAt, action: 'reception_in_peru' } : {}),
        data: {
          receptionId: id,
          reception: receivedAt ? 'received' : body.accepted ? 'accepted' : 'declined',
        },
      });
      return { id };
    });
  }

  /** A burial, a niche, a cremation, or the hand-over to the family; there or in Peru. */
  rest(actor: Actor, caseId: string, body: RecordRestRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const id = newId();
      this.work.insert(RestingPlace, {
        id,
        caseId,
        kind: body.kind,
        country: body.country,
        place: ProtectedText.clear(body.place),
        plot: protect(body.plot),
        restedOn: pastDay(body.restedOn, file.now, 'restedOn')!,
        authority: protect(body.authority),
      });
      await this.work.record(file, {
        kind: 'remains.rested',
        id,
        data: { placeId: id, restingKind: body.kind },
        action: 'cremation_or_burial_arranged',
      });
      return { id };
    });
  }
}
