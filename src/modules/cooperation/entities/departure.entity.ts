import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../../../platform/crypto/protected-text';
import type { GivenUpReason } from '../../../platform/jobs/job-contract';
import type { DepartureState, ItemKind, ItemState } from '../domain/departure';

/** An officer leaves a post; everything they hold goes to others. */
@Entity('departures')
export class Departure {
  @PrimaryColumn('uuid') id: string;
  /** Who leaves. */
  @Column('uuid', { name: 'account_id' }) accountId: string;
  /** The post they leave; null for headquarters. */
  @Column('uuid', { name: 'post_id', nullable: true }) postId: string | null;
  @Column('text') reason: string;
  /** Goes into the hand-over note of every case. */
  @Column('jsonb', { nullable: true, transformer: protectedText }) note: ProtectedText | null;
  /** Number of the resolution that gives the leaver's subrogations to someone else. */
  @Column('text', { nullable: true }) resolution: string | null;
  /** Who takes whatever has no receiver of its own. */
  @Column('uuid', { name: 'receiver_id' }) receiverId: string;
  @Column('uuid', { name: 'requested_by', nullable: true }) requestedBy: string | null;
  @Column('text', { default: 'running' }) state: DepartureState;
  /** Why the work gave up. */
  @Column('text', { nullable: true }) failure: GivenUpReason | null;
  /** Grows each time it is taken up again. */
  @Column('integer', { default: 1 }) round: number;
  @Column('timestamptz', { name: 'started_at' }) startedAt: Date;
  @Column('timestamptz', { name: 'progressed_at' }) progressedAt: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

/** One thing that the leaver held, and what became of it. */
@Entity('departure_items')
export class DepartureItem {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'departure_id' }) departureId: string;
  @Column('text') kind: ItemKind;
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  /** The case it concerns. */
  @Column('uuid', { name: 'file_id', nullable: true }) fileId: string | null;
  @Column('uuid', { name: 'receiver_id' }) receiverId: string;
  @Column('text', { default: 'waiting' }) state: ItemState;
  /** Why it could not be moved. */
  @Column('text', { nullable: true }) code: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
