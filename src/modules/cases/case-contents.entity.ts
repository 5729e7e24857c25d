import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../../platform/crypto/protected-text';
import type { PersonRole, Tier } from './domain/case-vocabulary';
import type { BarGround } from './domain/circle';

/** `head` and `desk` stand while the office is held; `break_glass` for three hours at most. */
export const MEMBER_KINDS = [
  'assigned',
  'second',
  'honorary',
  'circle',
  'head',
  'desk',
  'break_glass',
] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

/** A staff member whom the case itself admits, whatever their post; `until` null while it lasts. */
@Entity('case_members')
export class CaseMember {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') kind: MemberKind;
  @Column({ type: 'timestamptz', name: 'since', insert: false, update: false }) since: Date;
  @Column('timestamptz', { nullable: true }) until: Date | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { name: 'added_by', nullable: true }) addedBy: string | null;
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column('text', { name: 'end_reason', nullable: true }) endReason: string | null;
}

/** Somebody of the staff who may not be in the circle of a case. */
@Entity('case_bars')
export class CaseBar {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_bars_pk' }) id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') ground: BarGround;
  @Column('jsonb', { nullable: true, transformer: protectedText }) reason: ProtectedText | null;
  @Column({ type: 'timestamptz', name: 'since', insert: false, update: false }) since: Date;
  @Column('uuid', { name: 'added_by', nullable: true }) addedBy: string | null;
  @Column('timestamptz', { name: 'lifted_at', nullable: true }) liftedAt: Date | null;
  @Column('uuid', { name: 'lifted_by', nullable: true }) liftedBy: string | null;
  @Column('jsonb', { name: 'lifted_reason', nullable: true, transformer: protectedText })
  liftedReason: ProtectedText | null;
}

/** A person's part in a case. One person, many cases, many roles. */
@Entity('case_people')
export class CasePerson {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') role: PersonRole;
  @Column('jsonb', { nullable: true, transformer: protectedText }) note: ProtectedText | null;
  @Column({ type: 'timestamptz', name: 'since', insert: false, update: false }) since: Date;
  @Column('timestamptz', { nullable: true }) until: Date | null;
}

/** What was done for the person, counted apart from cases and persons. */
@Entity('case_actions')
export class CaseAction {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') action: string;
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt: Date;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId: string | null;
  @Column('text', { default: 'standard' }) tier: Tier;
  @Column('jsonb', { nullable: true, transformer: protectedText }) note: ProtectedText | null;
}

/** A reference that the case bore before it was sealed or unsealed. */
@Entity('case_references')
export class CaseReference {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') reference: string;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

/** One fact of the case, append-only; a correction is a new entry that supersedes. */
@Entity('timeline_entries')
export class TimelineEntry {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') kind: string;
  /** When it happened in the world. */
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt: Date;
  /** When the register learned of it; set by the database. */
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId: string | null;
  @Column('text', { default: 'standard' }) tier: Tier;
  @Column('jsonb') data: Record<string, unknown>;
  @Column('uuid', { nullable: true }) supersedes: string | null;
}
