import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The re-planning of every case that a new policy or a changed calendar reaches; one cause each. */
@Entity('replan_runs')
export class ReplanRun {
  @PrimaryColumn('uuid') id: string;
  @Column('text') why: 'policy_changed' | 'calendar_changed' | 'assessment_policy_changed';
  @Column('integer', { name: 'policy_version', nullable: true }) policyVersion: number | null;
  @Column('uuid', { name: 'post_id', nullable: true }) postId: string | null;
  @Column('integer', { name: 'calendar_version', nullable: true }) calendarVersion: number | null;
  /** What another part asked it for, e.g. `assessment_policy:3`. */
  @Column('text', { name: 'asked_for', nullable: true }) askedFor: string | null;
  @Column('text', { default: 'running' }) state: 'running' | 'done';
  @Column('uuid', { name: 'last_case_id', nullable: true }) lastCaseId: string | null;
  @Column('integer', { name: 'cases_seen', default: 0 }) casesSeen: number;
  @Column('integer', { name: 'obligations_moved', default: 0 }) obligationsMoved: number;
  @Column('timestamptz', { name: 'started_at' }) startedAt: Date;
  @Column('timestamptz', { name: 'progressed_at' }) progressedAt: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
}

/** A proof that no open case is silent and no due reminder unsent. */
@Entity('proof_runs')
export class ProofRun {
  @PrimaryColumn('uuid') id: string;
  @Column('timestamptz', { name: 'ran_at' }) ranAt: Date;
  @Column('boolean') passed: boolean;
  @Column('integer', { name: 'open_cases' }) openCases: number;
  @Column('integer', { name: 'silent_cases' }) silentCases: number;
  @Column('integer', { name: 'unsent_reminders' }) unsentReminders: number;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
