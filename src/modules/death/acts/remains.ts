import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Actor } from '../../../platform/access/actor';
import { instantOf, momentOf, pastDay } from '../../../platform/clock/moments';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { DomainError, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { DeathWork } from '../death-work';
import { checkLeg } from '../domain/remains';
import { FuneralQuote, RemainsDecision, RemainsLeg } from '../entities/remains.entity';
import type {
  DecideRemainsRequest,
  RecordLegRequest,
  RecordQuoteRequest,
} from '../http/dto/remains.requests';

/** The family's decision, the funeral home, and the transport. */
@Injectable()
export class Remains {
  constructor(private readonly work: DeathWork) {}

  /** What is to be done, who decided and by what right; a later decision takes its place. */
  decide(actor: Actor, caseId: string, body: DecideRemainsRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      const personId = body.personId ? await this.work.partOf(caseId, body.personId) : null;
      const id = newId();
      this.work.insert(RemainsDecision, {
        id,
        caseId,
        way: body.way,
        personId,
        decidedBy: ProtectedText.clear(body.decidedBy),
        relation: body.relation,
        entitlement: ProtectedText.clear(body.entitlement),
        occurredAt,
        note: protect(body.note),
      });
      await this.work.record(file, {
        kind: 'remains.decided',
        id,
        occurredAt,
        data: { decisionId: id, way: body.way, relation: body.relation },
      });
      return { id };
    });
  }

  quote(actor: Actor, caseId: string, body: RecordQuoteRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const id = newId();
      this.work.insert(FuneralQuote, {
        id,
        caseId,
        funeralHome: ProtectedText.clear(body.funeralHome),
        amount: body.amount,
        currency: body.currency,
        quotedOn: pastDay(body.quotedOn, file.now, 'quotedOn')!,
        chosenAt: null,
        note: protect(body.note),
        version: 1,
      });
      await this.work.record(file, { kind: 'funeral_quote.recorded', id, data: { quoteId: id } });
      return { id };
    });
  }

  /** The funeral home that the family chose; whichever was chosen before is so no more. */
  choose(actor: Actor, caseId: string, id: string): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const { manager } = this.work.database;
      const quote = await manager.findOneBy(FuneralQuote, { id, caseId });
      if (!quote) throw notFound();
      if (quote.chosenAt) return { id };
      await manager.update(FuneralQuote, { caseId }, { chosenAt: null });
      const version = quote.version + 1;
      await manager.update(FuneralQuote, { id, caseId }, { chosenAt: file.now, version });
      await this.work.record(file, { kind: 'funeral_home.chosen', id, data: { quoteId: id } });
      return { id };
    });
  }

  /** The next leg: instants in order, whatever the clocks of the places say. */
  leg(actor: Actor, caseId: string, body: RecordLegRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const next = { departsAt: instantOf(body.departsAt), arrivesAt: instantOf(body.arrivesAt) };
      const { manager } = this.work.database;
      const before = await manager.findBy(RemainsLeg, { caseId, cancelledAt: IsNull() });
      const errors = checkLeg(before, next);
      if (errors.length > 0) throw new DomainError('VALIDATION_FAILED', { errors });
      const id = newId();
      this.work.insert(RemainsLeg, {
        id,
        caseId,
        mode: body.mode,
        carrier: ProtectedText.clear(body.carrier),
        waybill: protect(body.waybill),
        fromPlace: ProtectedText.clear(body.fromPlace),
        fromZone: body.fromZone,
        toPlace: ProtectedText.clear(body.toPlace),
        toZone: body.toZone,
        ...next,
        cancelledAt: null,
        version: 1,
      });
      await this.work.record(file, {
        kind: 'remains_leg.recorded',
        id,
        data: { legId: id, mode: body.mode, departsAt: body.departsAt, arrivesAt: body.arrivesAt },
        action: 'remains_transfer_arranged',
      });
      return { id };
    });
  }

  /** A leg that will not be: another takes its place. */
  cancelLeg(actor: Actor, caseId: string, id: string): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const { manager } = this.work.database;
      const leg = await manager.findOneBy(RemainsLeg, { id, caseId, cancelledAt: IsNull() });
      if (!leg) throw notFound();
      await manager.update(
        RemainsLeg,
        { id, caseId },
        { cancelledAt: file.now, version: leg.version + 1 },
      );
      await this.work.record(file, { kind: 'remains_leg.cancelled', id, data: { legId: id } });
      return { id };
    });
  }
}
