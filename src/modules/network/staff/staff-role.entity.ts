import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StaffRole } from '../domain/staff-role';

/** A role that an account holds between two instants, at a post or at headquarters (RC 37, 55). */
@Entity('staff_roles')
export class StaffRoleGrant {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'staff_roles_pk' }) id: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') role: StaffRole;
  /** Null: at headquarters. */
  @Column('uuid', { name: 'post_id', nullable: true }) postId: string | null;
  /** Of a role at headquarters; null: the world. */
  @Column('text', { nullable: true }) region: string | null;
  @Column('timestamptz', { name: 'valid_from' }) validFrom: Date;
  /** Null: until further notice. */
  @Column('timestamptz', { name: 'valid_until', nullable: true }) validUntil: Date | null;
  @Column('uuid', { name: 'granted_by', nullable: true }) grantedBy: string | null;
  @Column('text') reason: string;
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column('text', { name: 'end_reason', nullable: true }) endReason: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
