import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A word of one post's own small vocabulary; a retired one stays on the cases that bear it. */
@Entity('post_tags')
export class PostTag {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('text') label: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
  @Column('timestamptz', { name: 'retired_at', nullable: true }) retiredAt: Date | null;
}
