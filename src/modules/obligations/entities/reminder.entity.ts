import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReminderState } from '../domain/obligation';
import type { RungRecipient } from '../domain/policy';

/** One rung of an obligation's ladder for one due instant; it goes out once or never. */
@Entity('reminders')
export class Reminder {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'obligation_id' }) obligationId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') tier: 'standard' | 'restricted';
  @Column('text') rung: string;
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  @Column('text') recipient: RungRecipient;
  @Column('timestamptz', { name: 'send_at' }) sendAt: Date;
  @Column('text', { default: 'planned' }) state: ReminderState;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
