import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../../../platform/crypto/protected-text';
import type { OccasionPolicy } from '../domain/occasions';
import type { NotVisitedReason, PersonState, RoundStatus } from '../domain/round';

/** A version of the traditional visits. Never edited: a change is a new version. */
@Entity('visit_occasion_policies')
export class VisitOccasionPolicy {
  @PrimaryColumn('integer') version: number;
  @Column('timestamptz', { name: 'effective_from' }) effectiveFrom: Date;
  @Column('jsonb') content: OccasionPolicy;
  @Column('text') reason: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

/** A trip to a facility or a city on a day. */
@Entity('visit_rounds')
export class VisitRound {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  /** Civil date at the post. */
  @Column('date', { name: 'planned_on' }) plannedOn: string;
  @Column('text', { nullable: true }) occasion: string | null;
  @Column('uuid', { name: 'facility_id', nullable: true }) facilityId: string | null;
  @Column('text', { nullable: true }) city: string | null;
  /** Who leads it. */
  @Column('uuid', { name: 'leader_id' }) leaderId: string;
  @Column('jsonb', { nullable: true, transformer: protectedText }) note: ProtectedText | null;
  @Column('text', { default: 'planned' }) status: RoundStatus;
  @Column('jsonb', { name: 'end_reason', nullable: true, transformer: protectedText })
  endReason: ProtectedText | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('uuid', { name: 'planned_by' }) plannedBy: string;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

/** A case on a round, and the visit that came of it. */
@Entity('visit_round_people')
export class VisitRoundPerson {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'round_id' }) roundId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text', { default: 'planned' }) state: PersonState;
  @Column('text', { nullable: true }) reason: NotVisitedReason | null;
  @Column('uuid', { name: 'contact_id', nullable: true }) contactId: string | null;
  @Column('uuid', { name: 'added_by' }) addedBy: string;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

export const roundsEntities: (new () => object)[] = [
  VisitOccasionPolicy,
  VisitRound,
  VisitRoundPerson,
];
