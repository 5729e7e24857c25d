import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { TravelAuthorisation } from '../entities/child.entity';
import type {
  RecordAuthorisationRequest,
  RevokeAuthorisationRequest,
} from '../http/dto/guardian.requests';
import { assertExpiry, MinorWork, pastDayIn } from '../minor-work';

/** What lets the child travel: each parent's authorisation, a court's, or that one parent is dead. */
@Injectable()
export class TravelAuthorisations {
  constructor(private readonly work: MinorWork) {}

  record(actor: Actor, caseId: string, body: RecordAuthorisationRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const { kind, personId } = body;
      if (kind === 'court_order' && personId)
        throw invalidField('personId', 'A_COURT_IS_NO_PERSON');
      if (kind !== 'court_order' && !personId) throw invalidField('personId', 'isNotEmpty');
      const givenOn = pastDayIn(file, body.givenOn, 'givenOn');
      assertExpiry(file, givenOn, body.expiresOn);
      const { travelFrom = null, travelTo = null } = body;
      if (travelFrom && travelTo && travelTo < travelFrom) {
        throw invalidField('travelTo', 'BEFORE_ITS_START');
      }
      const id = newId();
      this.work.insert(TravelAuthorisation, {
        id,
        caseId,
        kind,
        personId: personId ? await this.work.guardianOf(file, personId) : null,
        form: body.form,
        authority: ProtectedText.clear(body.authority),
        number: ProtectedText.clear(body.number),
        givenOn,
        expiresOn: body.expiresOn ?? null,
        destination: body.destination ?? null,
        companion: protect(body.companion),
        travelFrom,
        travelTo,
        documentId: await this.work.documentOf(file.case.id, body.documentId),
        endedAt: null,
        endReason: null,
        version: 1,
      });
      await this.work.record(file, {
        kind: 'travel_authorisation.recorded',
        id,
        data: { authorisationId: id, authorisationKind: kind, expiresOn: body.expiresOn ?? null },
      });
      return { id };
    });
  }

  /** Taken back, or entered by mistake; 409 when it was already. */
  revoke(
    actor: Actor,
    caseId: string,
    id: string,
    body: RevokeAuthorisationRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const { manager } = this.work.database;
      const row = await manager.findOneBy(TravelAuthorisation, { id, caseId });
      if (!row) throw notFound();
      if (row.endedAt) throw new DomainError('AUTHORISATION_HAS_ENDED', { status: 409 });
      const reason = ProtectedText.clear(body.reason);
      await manager.update(TravelAuthorisation, id, {
        endedAt: file.now,
        endReason: reason,
        version: row.version + 1,
      });
      await this.work.record(file, {
        kind: 'travel_authorisation.revoked',
        id,
        data: { authorisationId: id, authorisationKind: row.kind, reason },
      });
      return { id };
    });
  }
}
