import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../../platform/crypto/protected-text';
import type { BreakGlassState, BreakGlassVerdict } from './domain/break-glass';

/**
 * Somebody asked to enter a sealed case that they were told of outside the system. It names no case
 * until the guardian admits them: the answer to a wrong reference is that of a right one.
 */
@Entity('break_glass_requests')
export class BreakGlassRequest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'break_glass_requests_pk' }) id: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  /** As they gave it, in its one spelling. */
  @Column('text') reference: string;
  /** Sealed with the keyring: it may tell of the case. */
  @Column('jsonb', { transformer: protectedText }) reason: ProtectedText;
  @Column('text') state: BreakGlassState;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt: Date;
  @Column('uuid', { name: 'case_id', nullable: true }) caseId: string | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('timestamptz', { nullable: true }) until: Date | null;
  @Column('uuid', { name: 'reviewed_by', nullable: true }) reviewedBy: string | null;
  @Column('timestamptz', { name: 'reviewed_at', nullable: true }) reviewedAt: Date | null;
  @Column('text', { nullable: true }) verdict: BreakGlassVerdict | null;
  @Column('jsonb', { name: 'review_note', nullable: true, transformer: protectedText })
  reviewNote: ProtectedText | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
