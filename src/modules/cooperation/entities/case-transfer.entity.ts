import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../../../platform/crypto/protected-text';
import type { TransferState } from '../domain/transfer';

/** A case on its way to another post; it arrives when that post accepts. */
@Entity('case_transfers')
export class CaseTransfer {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'from_post_id' }) fromPostId: string;
  @Column('uuid', { name: 'to_post_id' }) toPostId: string;
  /** The one person who may decide; needed for a sealed case. */
  @Column('uuid', { name: 'receiver_id', nullable: true }) receiverId: string | null;
  @Column('text', { default: 'pending' }) state: TransferState;
  @Column('jsonb', { transformer: protectedText }) reason: ProtectedText;
  @Column('uuid', { name: 'requested_by', nullable: true }) requestedBy: string | null;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('jsonb', { name: 'decision_note', nullable: true, transformer: protectedText })
  decisionNote: ProtectedText | null;
  @Column('integer', { default: 1 }) version: number;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
