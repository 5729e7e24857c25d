import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PolicyContent } from '../domain/policy';

/** A version of everything that rules §3 marks *default*. Never edited: a change is a new version. */
@Entity('obligation_policies')
export class ObligationPolicy {
  @PrimaryColumn('integer') version: number;
  @Column('timestamptz', { name: 'effective_from' }) effectiveFrom: Date;
  @Column('jsonb') content: PolicyContent;
  @Column('text') reason: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
