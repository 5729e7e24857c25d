import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../../../platform/crypto/protected-text';
import type { DutyState } from '../domain/duty';
import type { BreachReason } from '../domain/obligation';

/** A duty of a case as the register has it, with what people said about it. */
@Entity('obligations')
export class Obligation {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('text') tier: 'standard' | 'restricted';
  @Column('text') kind: string;
  @Column('text') anchor: string;
  @Column('timestamptz', { name: 'starts_at' }) startsAt: Date;
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  @Column('text') status: DutyState;
  @Column('timestamptz', { name: 'met_at', nullable: true }) metAt: Date | null;
  @Column('uuid', { name: 'met_by', nullable: true }) metBy: string | null;
  @Column('text', { nullable: true }) why: string | null;
  @Column('timestamptz', { name: 'breached_at', nullable: true }) breachedAt: Date | null;
  @Column('text', { name: 'breach_reason', nullable: true }) breachReason: BreachReason | null;
  @Column('jsonb', { name: 'breach_note', nullable: true, transformer: protectedText })
  breachNote: ProtectedText | null;
  @Column('uuid', { name: 'breach_reason_by', nullable: true }) breachReasonBy: string | null;
  @Column('timestamptz', { name: 'breach_accepted_at', nullable: true })
  breachAcceptedAt: Date | null;
  @Column('uuid', { name: 'breach_accepted_by', nullable: true }) breachAcceptedBy: string | null;
  @Column('jsonb', { name: 'acceptance_note', nullable: true, transformer: protectedText })
  acceptanceNote: ProtectedText | null;
  @Column('timestamptz', { name: 'acknowledged_at', nullable: true }) acknowledgedAt: Date | null;
  @Column('uuid', { name: 'acknowledged_by', nullable: true }) acknowledgedBy: string | null;
  @Column('timestamptz', { name: 'snoozed_until', nullable: true }) snoozedUntil: Date | null;
  @Column('integer', { name: 'policy_version' }) policyVersion: number;
  @Column('integer', { default: 1 }) version: number;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

/** Old → new, and why. */
@Entity('obligation_changes')
export class ObligationChangeEntry {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'obligation_id' }) obligationId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') tier: 'standard' | 'restricted';
  @Column('timestamptz') at: Date;
  @Column('text') why: string;
  @Column('timestamptz', { name: 'old_due_at' }) oldDueAt: Date;
  @Column('timestamptz', { name: 'new_due_at' }) newDueAt: Date;
  @Column('text', { name: 'old_status' }) oldStatus: DutyState;
  @Column('text', { name: 'new_status' }) newStatus: DutyState;
  @Column('integer', { name: 'policy_version' }) policyVersion: number;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
