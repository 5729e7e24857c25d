import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { momentOf, pastDay } from '../../../platform/clock/moments';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { DomainError, invalidField } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { debtAtBoarding } from '../domain/debt';
import { journeyGaps } from '../domain/journey';
import { Boarding, ReturnArrival } from '../entities/journey.entity';
import { RepatriationDebt } from '../entities/plan.entity';
import type {
  RecordReturnArrivalRequest,
  RecordReturnBoardingRequest,
} from '../http/dto/travel.requests';
import { RepatriationWork, type RepatriationFile } from '../repatriation-work';

/** The ticket handed over at boarding, and the arrival that enters the Register of Repatriated. */
@Injectable()
export class Travel {
  constructor(private readonly work: RepatriationWork) {}

  /**
   * 409 without a way to Peru, without a document or an authorisation that counts on the day
   * (JOURNEY_INCOMPLETE with what is lacking), or when the person has boarded.
   */
  board(actor: Actor, caseId: string, body: RecordReturnBoardingRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'visit.record', async (file) => {
      const { facts, now } = file;
      const personId = await this.work.travellerOf(file, body.personId);
      const occurredAt = momentOf(body.occurredAt, now, 'occurredAt');
      if (facts.boardings.some((one) => one.personId === personId)) {
        throw new DomainError('HAS_BOARDED', { status: 409 });
      }
      this.assertMayTravel(file, occurredAt);
      const id = newId();
      this.work.insert(Boarding, {
        ...{ id, caseId, personId, occurredAt, ticketHandedOver: body.ticketHandedOver ?? true },
        note: protect(body.note),
      });
      if (facts.debt === null) this.owe(file);
      await this.work.record(file, {
        ...{ kind: 'return.boarded', id, occurredAt },
        data: { boardingId: id },
      });
      return { id };
    });
  }

  /**
   * Who arrived, where they entered, and when Lima was told. 409 when they had arrived, and when they
   * never boarded though the plan has a boarding.
   */
  arrive(actor: Actor, caseId: string, body: RecordReturnArrivalRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const { facts, now } = file;
      const personId = await this.work.travellerOf(file, body.personId);
      const occurredAt = momentOf(body.occurredAt, now, 'occurredAt');
      const boarded = facts.boardings.find((one) => one.personId === personId);
      if (facts.arrivals.some((one) => one.personId === personId)) {
        throw new DomainError('HAS_ARRIVED', { status: 409 });
      }
      if (!boarded && facts.steps.some(({ code }) => code === 'boarded')) {
        throw new DomainError('NEVER_BOARDED', { status: 409 });
      }
      if (boarded && Temporal.Instant.compare(occurredAt, boarded.occurredAt) <= 0) {
        throw invalidField('occurredAt', 'BEFORE_ITS_START');
      }
      const id = newId();
      const entryPoint = ProtectedText.clear(body.entryPoint);
      const reportedOn = pastDay(body.reportedOn, now, 'reportedOn')!;
      const note = protect(body.note);
      this.work.insert(ReturnArrival, {
        ...{ id, caseId, personId, occurredAt, entryPoint, reportedOn, note },
      });
      await this.work.record(file, {
        ...{ kind: 'return.arrived', id, occurredAt },
        data: { arrivalId: id, entryPoint },
      });
      return { id };
    });
  }

  private assertMayTravel({ facts }: RepatriationFile, at: Temporal.Instant): void {
    const wayHome = facts.segments.at(-1)?.toCountry === 'PE';
    const day = at.toZonedDateTimeISO(facts.zone).toPlainDate();
    const lacking = [
      ...(wayHome ? [] : ['NO_WAY_TO_PERU']),
      ...journeyGaps(facts.type, facts.papers, day),
    ];
    if (lacking.length > 0) {
      throw new DomainError('JOURNEY_INCOMPLETE', { status: 409, allowed: lacking });
    }
  }

  /** From the boarding on, what the State paid is owed or is not. */
  private owe({ case: file, facts }: RepatriationFile): void {
    this.work.insert(RepatriationDebt, {
      ...{ id: newId(), caseId: file.id, personId: file.subjectPersonId! },
      ...debtAtBoarding(facts),
      ...{ kind: 'opened', currency: null, amount: null, proof: null },
      ...{ settledOn: null, reason: null, documentId: null },
    });
  }
}
