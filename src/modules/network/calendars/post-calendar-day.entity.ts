import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day that a post declared working or resting; the latest declaration of a day counts. */
@Entity('post_calendar_days')
export class PostCalendarDay {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'post_calendar_days_pk' }) id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('date') day: string;
  @Column('text') name: string;
  @Column('boolean') working: boolean;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
