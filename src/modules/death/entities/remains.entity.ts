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
import type { Relation } from '../domain/death';
import type { RestingKind, TransportMode, Way } from '../domain/remains';

const key = (table: string) => ({ primaryKeyConstraintName: `${table}_pk` });

/** What the family decided; the newest row holds. */
@Entity('remains_decisions')
export class RemainsDecision {
  @PrimaryColumn('uuid', key('remains_decisions')) id: string;
  @CaseId() caseId: string;
  @Column('text') way: Way;
  @Column('uuid', { name: 'person_id', nullable: true }) personId: string | null;
  @Narrative('decided_by', false) decidedBy: ProtectedText;
  @Column('text') relation: Relation;
  /** By what right they decide: kinship shown, a power of attorney, a court. */
  @Narrative('entitlement', false) entitlement: ProtectedText;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Narrative('note') note: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** What a funeral home asks for; at most one is chosen. */
@Entity('funeral_quotes')
export class FuneralQuote {
  @PrimaryColumn('uuid', key('funeral_quotes')) id: string;
  @CaseId() caseId: string;
  @Narrative('funeral_home', false) funeralHome: ProtectedText;
  /** Decimal, as text. */
  @Column('numeric', { precision: 18, scale: 2 }) amount: string;
  @Column('char', { length: 3 }) currency: string;
  @DayColumn('quoted_on', false) quotedOn: string;
  @InstantColumn('chosen_at', true) chosenAt: Temporal.Instant | null;
  @Narrative('note') note: ProtectedText | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** One leg of the transport; instants are UTC, each place keeps its zone. */
@Entity('remains_legs')
export class RemainsLeg {
  @PrimaryColumn('uuid', key('remains_legs')) id: string;
  @CaseId() caseId: string;
  @Column('text') mode: TransportMode;
  @Narrative('carrier', false) carrier: ProtectedText;
  @Narrative('waybill') waybill: ProtectedText | null;
  @Narrative('from_place', false) fromPlace: ProtectedText;
  @Column('text', { name: 'from_zone' }) fromZone: string;
  @InstantColumn('departs_at') departsAt: Temporal.Instant;
  @Narrative('to_place', false) toPlace: ProtectedText;
  @Column('text', { name: 'to_zone' }) toZone: string;
  @InstantColumn('arrives_at') arrivesAt: Temporal.Instant;
  @InstantColumn('cancelled_at', true) cancelledAt: Temporal.Instant | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

@Entity('transit_permits')
export class TransitPermit {
  @PrimaryColumn('uuid', key('transit_permits')) id: string;
  @CaseId() caseId: string;
  @Column('char', { length: 2 }) country: string;
  @Narrative('authority', false) authority: ProtectedText;
  @Narrative('number', false) number: ProtectedText;
  @DayColumn('granted_on', false) grantedOn: string;
  @DayColumn('expires_on') expiresOn: string | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Who receives the remains in Peru, whether they accept, and when they did. */
@Entity('remains_receptions')
export class RemainsReception {
  @PrimaryColumn('uuid', key('remains_receptions')) id: string;
  @CaseId() caseId: string;
  @Narrative('receiver', false) receiver: ProtectedText;
  @Column('text') relation: Relation;
  @Column('boolean') accepted: boolean;
  @InstantColumn('received_at', true) receivedAt: Temporal.Instant | null;
  @Narrative('place', false) place: ProtectedText;
  @Narrative('note') note: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

@Entity('resting_places')
export class RestingPlace {
  @PrimaryColumn('uuid', key('resting_places')) id: string;
  @CaseId() caseId: string;
  @Column('text') kind: RestingKind;
  @Column('char', { length: 2 }) country: string;
  @Narrative('place', false) place: ProtectedText;
  /** Number of the plot, niche or urn. */
  @Narrative('plot') plot: ProtectedText | null;
  @DayColumn('rested_on', false) restedOn: string;
  @Narrative('authority') authority: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}
