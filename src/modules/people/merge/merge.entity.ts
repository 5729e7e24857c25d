import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../../../platform/crypto/protected-text';

/** A record that was found to be a duplicate, and the one that went on. Kept when it is undone. */
@Entity('person_merges')
export class PersonMerge {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_merges_pk' }) id: string;
  /** The duplicate. */
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('uuid', { name: 'survivor_id' }) survivorId: string;
  @Column({ type: 'jsonb', transformer: protectedText }) reason: ProtectedText;
  @Column('uuid', { name: 'merged_by', nullable: true }) mergedBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
  @Column('timestamptz', { name: 'undone_at', nullable: true }) undoneAt: Date | null;
  @Column('uuid', { name: 'undone_by', nullable: true }) undoneBy: string | null;
  @Column({ type: 'jsonb', name: 'undone_reason', transformer: protectedText, nullable: true })
  undoneReason: ProtectedText | null;
}

/** Two records that somebody looked at and found to be two persons; `personId` is the lower id. */
@Entity('duplicate_decisions')
export class DuplicateDecision {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'duplicate_decisions_pk' }) id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('uuid', { name: 'other_id' }) otherId: string;
  @Column({ type: 'jsonb', transformer: protectedText }) reason: ProtectedText;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
