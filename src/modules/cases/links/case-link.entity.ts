import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../../../platform/crypto/protected-text';
import type { LinkKind } from '../domain/case-link';

/** Two cases that belong together; with `continues`, `caseId` continues `otherCaseId`. */
@Entity('case_links')
export class CaseLink {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'other_case_id' }) otherCaseId: string;
  @Column('text') kind: LinkKind;
  @Column('uuid', { name: 'event_id', nullable: true }) eventId: string | null;
  @Column('jsonb', { transformer: protectedText }) reason: ProtectedText;
  @Column('uuid', { name: 'added_by', nullable: true }) addedBy: string | null;
  @Column({ type: 'timestamptz', name: 'since', insert: false, update: false }) since: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column('jsonb', { name: 'end_reason', nullable: true, transformer: protectedText })
  endReason: ProtectedText | null;
}

/** An event that several cases share, by the name that people give it. */
@Entity('case_events')
export class CaseEvent {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
