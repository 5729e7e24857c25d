import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../../platform/crypto/protected-text';
import { sealableText } from '../../platform/crypto/sealed-string';
import type {
  CaseStatus,
  DismissalReason,
  IntakeChannel,
  Outcome,
  Priority,
  Tier,
} from './domain/case-vocabulary';

/**
 * The case file's spine. `nextDueAt`, `nextDuty`, `lastVisitAt`, `nextVisitAt` and `firstContactAt`
 * are projections that the obligations keep from events; nobody types them.
 */
@Entity('cases')
export class Case {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  /** `MAD-2026-000123`; null only inside the transaction that opens the case. */
  @Column('text', { nullable: true }) reference: string | null;
  @Column('text') family: string;
  @Column('text') type: string;
  @Column('text') tier: Tier;
  /** Version of the catalogue under which it was opened, and by which it is read ever after. */
  @Column('integer', { name: 'catalogue_version', default: 1 }) catalogueVersion: number;
  @Column('text') status: CaseStatus;
  /** Where the matter itself stands, in the family's own words. */
  @Column('text', { nullable: true }) stage: string | null;
  @Column('text', { name: 'intake_channel' }) intakeChannel: IntakeChannel;
  @Column('text', { name: 'intake_reference', nullable: true, transformer: sealableText })
  intakeReference: string | null;
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt: Date;
  @Column('char', { length: 2 }) country: string;
  @Column('text', { nullable: true }) subdivision: string | null;
  @Column('jsonb', { nullable: true, transformer: protectedText }) place: ProtectedText | null;
  @Column('jsonb', { nullable: true, transformer: protectedText }) summary: ProtectedText | null;
  /** The main beneficiary. */
  @Column('uuid', { name: 'subject_person_id', nullable: true }) subjectPersonId: string | null;
  @Column('uuid', { name: 'assignee_id', nullable: true }) assigneeId: string | null;
  @Column('uuid', { name: 'opened_by', nullable: true }) openedBy: string | null;
  @Column('date', { name: 'wake_on', nullable: true }) wakeOn: string | null;
  @Column('text', { nullable: true }) outcome: Outcome | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
  @Column('text', { name: 'dismissal_reason', nullable: true })
  dismissalReason: DismissalReason | null;
  @Column('timestamptz', { name: 'next_due_at', nullable: true }) nextDueAt: Date | null;
  @Column('text', { name: 'next_duty', nullable: true }) nextDuty: string | null;
  @Column('timestamptz', { name: 'last_visit_at', nullable: true }) lastVisitAt: Date | null;
  @Column('timestamptz', { name: 'next_visit_at', nullable: true }) nextVisitAt: Date | null;
  @Column('timestamptz', { name: 'first_contact_at', nullable: true }) firstContactAt: Date | null;
  /** Tags of the post, in the row so that a queue page reads no other table. */
  @Column('uuid', { name: 'tag_ids', array: true, default: [] }) tagIds: string[];
  /** How soon it wants attention beside its clocks; worked out by the assessments, never typed. */
  @Column({ type: 'text', default: 'normal', insert: false, update: false }) priority: Priority;
  /** 0 above all other work in every queue, else 1; worked out when the duties are planned. */
  @Column({ type: 'smallint', name: 'queue_rank', default: 1, insert: false, update: false })
  queueRank: 0 | 1;
  @Column('integer', { default: 1 }) version: number;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
