import { Column, Entity, PrimaryColumn } from 'typeorm';

/** RC art. 37: the acting head of a post has the head's full powers between two dates. */
@Entity('subrogations')
export class Subrogation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'subrogations_pk' }) id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'acting_account_id' }) actingAccountId: string;
  /** Whose place is taken; null when the post has no head. */
  @Column('uuid', { name: 'absent_account_id', nullable: true }) absentAccountId: string | null;
  @Column('timestamptz', { name: 'valid_from' }) validFrom: Date;
  @Column('timestamptz', { name: 'valid_until' }) validUntil: Date;
  /** Number of the resolution that ordered it. */
  @Column('text') resolution: string;
  @Column('uuid', { name: 'granted_by', nullable: true }) grantedBy: string | null;
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column('text', { name: 'end_reason', nullable: true }) endReason: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
