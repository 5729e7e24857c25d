import type { Temporal } from '@js-temporal/polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProtectedText } from '../../../platform/crypto/protected-text';
import {
  CaseId,
  DayColumn,
  InstantColumn,
  Narrative,
  RecordedAt,
  RecordedBy,
} from '../../../platform/database/columns';
import type { FareShare, SegmentMode } from '../domain/itinerary';
import type { JourneyPaper } from '../domain/journey';
import type { BenefitChannel, ReceptionStage, ReturnFinding } from '../domain/vocabulary';
import { DocumentId, key } from './plan.entity';

/** What lets somebody travel. */
@Entity('journey_papers')
export class JourneyPaperRow {
  @PrimaryColumn('uuid', key('journey_papers')) id: string;
  @CaseId() caseId: string;
  @Column('text') kind: JourneyPaper;
  /** Whose it is; null: the person’s. */
  @Narrative('holder') holder: ProtectedText | null;
  @Narrative('number') number: ProtectedText | null;
  @Narrative('issued_by') issuedBy: ProtectedText | null;
  @DayColumn('issued_on', false) issuedOn: string;
  @DayColumn('expires_on') expiresOn: string | null;
  @InstantColumn('obtained_at') obtainedAt: Temporal.Instant;
  @DocumentId() documentId: string | null;
  @Narrative('note') note: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** A leg of the journey, with who pays which share of its fare. */
@Entity('itinerary_segments')
export class ItinerarySegment {
  @PrimaryColumn('uuid', key('itinerary_segments')) id: string;
  @CaseId() caseId: string;
  @Column('text') mode: SegmentMode;
  @Narrative('carrier', false) carrier: ProtectedText;
  /** Flight, train, sailing. */
  @Narrative('service') service: ProtectedText | null;
  @Narrative('ticket') ticket: ProtectedText | null;
  @Narrative('from_place', false) fromPlace: ProtectedText;
  @Column('char', { name: 'from_country', length: 2 }) fromCountry: string;
  /** IANA zone of the place. */
  @Column('text', { name: 'from_zone' }) fromZone: string;
  @InstantColumn('departs_at') departsAt: Temporal.Instant;
  @Narrative('to_place', false) toPlace: ProtectedText;
  @Column('char', { name: 'to_country', length: 2 }) toCountry: string;
  @Column('text', { name: 'to_zone' }) toZone: string;
  @InstantColumn('arrives_at') arrivesAt: Temporal.Instant;
  @Column('numeric', { precision: 18, scale: 2 }) fare: string;
  @Column('char', { length: 3 }) currency: string;
  @Column('jsonb') shares: FareShare[];
  @InstantColumn('booked_at') bookedAt: Temporal.Instant;
  @InstantColumn('cancelled_at', true) cancelledAt: Temporal.Instant | null;
  /** Why it was cancelled. */
  @Narrative('reason') reason: ProtectedText | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Who waits for the person, and to whom they are handed over. */
@Entity('return_receptions')
export class ReturnReception {
  @PrimaryColumn('uuid', key('return_receptions')) id: string;
  @CaseId() caseId: string;
  @Column('text') stage: ReceptionStage;
  @Narrative('institution', false) institution: ProtectedText;
  @Narrative('contact') contact: ProtectedText | null;
  @Column('boolean') accepted: boolean;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @InstantColumn('handed_over_at', true) handedOverAt: Temporal.Instant | null;
  @Narrative('note') note: ProtectedText | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** The ticket is handed over at boarding (rules §6). */
@Entity('boardings')
export class Boarding {
  @PrimaryColumn('uuid', key('boardings')) id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Column('boolean', { name: 'ticket_handed_over' }) ticketHandedOver: boolean;
  @Narrative('note') note: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** An entry of the Register of Repatriated. */
@Entity('return_arrivals')
export class ReturnArrival {
  @PrimaryColumn('uuid', key('return_arrivals')) id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Narrative('entry_point', false) entryPoint: ProtectedText;
  /** When Lima was told of date and transport. */
  @DayColumn('reported_on', false) reportedOn: string;
  @Narrative('note') note: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** The person was told what Ley 30001 gives to returnees. */
@Entity('benefit_notices')
export class BenefitNotice {
  @PrimaryColumn('uuid', key('benefit_notices')) id: string;
  @CaseId() caseId: string;
  @Column('text') channel: BenefitChannel;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Narrative('note') note: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** How the person is some time after. */
@Entity('repatriation_follow_ups')
export class RepatriationFollowUp {
  @PrimaryColumn('uuid', key('repatriation_follow_ups')) id: string;
  @CaseId() caseId: string;
  @Column('text') finding: ReturnFinding;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Narrative('note', false) note: ProtectedText;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}
