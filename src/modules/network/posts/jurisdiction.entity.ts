import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A consular district: the whole country, or one subdivision. Ended, never deleted. */
@Entity('jurisdictions')
export class Jurisdiction {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'jurisdictions_pk' }) id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('char', { length: 2 }) country: string;
  @Column('text', { nullable: true }) subdivision: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}
