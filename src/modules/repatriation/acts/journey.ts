import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { pastDay } from '../../../platform/clock/moments';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { REQUIRED_CONDITIONS } from '../domain/eligibility';
import { beyondAuthorised, itineraryFaults, stateCost } from '../domain/itinerary';
import { authorisationOf, type SegmentFact } from '../domain/repatriation-facts';
import { isOwed } from '../domain/vocabulary';
import { ItinerarySegment, JourneyPaperRow } from '../entities/journey.entity';
import type {
  CancelSegmentRequest,
  RecordJourneyPaperRequest,
  RecordSegmentRequest,
} from '../http/dto/journey.requests';
import { RepatriationWork, type RepatriationFile } from '../repatriation-work';

const FIELD_OF_FAULT = {
  ARRIVES_BEFORE_IT_DEPARTS: 'arrivesAt',
  DEPARTS_BEFORE_THE_LAST_ARRIVES: 'departsAt',
  DOES_NOT_CONNECT: 'fromCountry',
  BEYOND_FIRST_ENTRY: 'fromCountry',
  SHARES_DO_NOT_ADD_UP: 'shares',
} as const;

const byDeparture = (a: SegmentFact, b: SegmentFact): number =>
  Temporal.Instant.compare(a.departsAt, b.departsAt);

/** What lets the person travel, and the way they take. */
@Injectable()
export class Journey {
  constructor(private readonly work: RepatriationWork) {}

  /** A passport, a salvoconducto, an authorisation, a clearance, an escort. */
  paper(actor: Actor, caseId: string, body: RecordJourneyPaperRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const issuedOn = pastDay(body.issuedOn, file.now, 'issuedOn')!;
      if (body.expiresOn && body.expiresOn < issuedOn) {
        throw invalidField('expiresOn', 'BEFORE_ITS_START');
      }
      if (body.kind === 'escort' && !body.holder) throw invalidField('holder', 'isNotEmpty');
      const id = newId();
      this.work.insert(JourneyPaperRow, {
        ...{ id, caseId, kind: body.kind, issuedOn, expiresOn: body.expiresOn ?? null },
        obtainedAt: file.now,
        holder: protect(body.holder),
        number: protect(body.number),
        issuedBy: protect(body.issuedBy),
        documentId: await this.work.documentOf(caseId, body.documentId),
        note: protect(body.note),
      });
      await this.work.record(file, {
        ...{ kind: 'journey_paper.recorded', id },
        data: { paperId: id, paper: body.kind, expiresOn: body.expiresOn ?? null },
        ...(body.kind === 'salvoconducto' ? { action: 'travel_document_arranged' } : {}),
      });
      return { id };
    });
  }

  /**
   * A leg with its fare and who pays each share. 422 when it does not fit the others or goes beyond the
   * first point of entry (RC 75); 409 COST_NOT_AUTHORISED when the State would pay more than
   * headquarters authorised: nothing is spent before the consultation (rules §6); 409 EARLIER_NOT_REPAID
   * while the cost of an earlier repatriation is outstanding.
   */
  segment(actor: Actor, caseId: string, body: RecordSegmentRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const added: SegmentFact = {
        ...body,
        id: newId(),
        departsAt: Temporal.Instant.from(body.departsAt),
        arrivesAt: Temporal.Instant.from(body.arrivesAt),
        shares: body.shares.map(({ payer, amount }) => ({ payer, amount })),
        bookedAt: file.now,
      };
      const itinerary = [...file.facts.segments, added].sort(byDeparture);
      const [fault] = itineraryFaults(itinerary);
      if (fault) throw invalidField(FIELD_OF_FAULT[fault.fault], fault.fault);
      this.assertAuthorised(file, itinerary);
      this.assertRepaid(file, added);
      const { id, departsAt, arrivesAt, shares } = added;
      this.work.insert(ItinerarySegment, {
        ...{ id, caseId, mode: body.mode, departsAt, arrivesAt, fare: body.fare },
        ...{
          currency: body.currency,
          shares: [...shares],
          bookedAt: file.now,
          cancelledAt: null,
          reason: null,
        },
        ...{ fromCountry: body.fromCountry, fromZone: body.fromZone, version: 1 },
        ...{ toCountry: body.toCountry, toZone: body.toZone },
        carrier: ProtectedText.clear(body.carrier),
        service: protect(body.service),
        ticket: protect(body.ticket),
        fromPlace: ProtectedText.clear(body.fromPlace),
        toPlace: ProtectedText.clear(body.toPlace),
      });
      await this.work.record(file, {
        ...{ kind: 'itinerary_segment.recorded', id },
        data: {
          ...{ segmentId: id, mode: body.mode },
          ...{ departsAt: departsAt.toString(), arrivesAt: arrivesAt.toString() },
        },
        ...(body.toCountry === 'PE' ? { action: 'international_ticket' } : {}),
      });
      return { id };
    });
  }

  /** 409 once somebody has boarded. */
  cancel(
    actor: Actor,
    caseId: string,
    id: string,
    { reason }: CancelSegmentRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      if (!file.facts.segments.some((segment) => segment.id === id)) throw notFound();
      if (file.facts.boardings.length > 0) throw new DomainError('HAS_BOARDED', { status: 409 });
      const why = ProtectedText.clear(reason);
      await this.work.database.manager.update(ItinerarySegment, id, {
        ...{ cancelledAt: file.now, reason: why, version: () => 'version + 1' },
      });
      await this.work.record(file, {
        ...{ kind: 'itinerary_segment.cancelled', id },
        data: { segmentId: id, reason: why },
      });
      return { id };
    });
  }

  /** Also of what became known after headquarters had authorised: two records that were one person. */
  private assertRepaid({ facts }: RepatriationFile, added: SegmentFact): void {
    const asked = REQUIRED_CONDITIONS[facts.type].includes('not_repatriated_before');
    if (asked && stateCost([added]).size > 0 && facts.earlier.some(isOwed)) {
      throw new DomainError('EARLIER_NOT_REPAID', { status: 409 });
    }
  }

  private assertAuthorised({ facts }: RepatriationFile, itinerary: readonly SegmentFact[]): void {
    const beyond = beyondAuthorised(itinerary, authorisationOf(facts)?.costs ?? null);
    if (beyond.length > 0) {
      throw new DomainError('COST_NOT_AUTHORISED', { status: 409, allowed: beyond });
    }
  }
}
