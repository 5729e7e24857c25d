import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../crypto/protected-text';

/** Someone, or something, that signs in. What it may do comes from dated roles, not from here. */
@Entity('accounts')
export class Account {
  @PrimaryColumn('uuid') id: string;
  @Column('text') username: string;
  @Column('text', { name: 'display_name' }) displayName: string;
  @Column('text') email: string;
  @Column('text') language: 'es' | 'en';
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash: string | null;
  @Column('text', { default: 'active' }) state: 'active' | 'disabled';
  @Column('jsonb', { nullable: true, transformer: protectedText }) totp: ProtectedText | null;
  /** Time step of the last accepted code: a code is good once (RFC 6238 §5.2). */
  @Column('bigint', { name: 'totp_last_step', nullable: true }) totpLastStep: string | null;
  @Column('boolean', { name: 'totp_required', default: true }) totpRequired: boolean;
  @Column('integer', { name: 'failed_attempts', default: 0 }) failedAttempts: number;
  @Column('timestamptz', { name: 'locked_until', nullable: true }) lockedUntil: Date | null;
  @Column('boolean', { default: false }) demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
