import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../../../platform/crypto/protected-text';
import type { HandOverOccasion } from '../domain/hand-over';

/** What whoever hands a case on tells whoever takes it, with the receipt of the reading. */
@Entity('hand_over_notes')
export class HandOverNote {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') occasion: HandOverOccasion;
  @Column('uuid', { name: 'transfer_id', nullable: true }) transferId: string | null;
  @Column('uuid', { name: 'author_id', nullable: true }) authorId: string | null;
  /** Null: whoever takes the case at the receiving post. */
  @Column('uuid', { name: 'receiver_id', nullable: true }) receiverId: string | null;
  @Column('timestamptz', { name: 'written_at' }) writtenAt: Date;
  @Column('jsonb', { transformer: protectedText }) situation: ProtectedText;
  @Column('jsonb', { nullable: true, transformer: protectedText }) pending: ProtectedText | null;
  @Column('jsonb', { nullable: true, transformer: protectedText }) risks: ProtectedText | null;
  @Column('jsonb', { name: 'people_to_call', nullable: true, transformer: protectedText })
  peopleToCall: ProtectedText | null;
  @Column('timestamptz', { name: 'read_at', nullable: true }) readAt: Date | null;
  @Column('uuid', { name: 'read_by', nullable: true }) readBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

/** A colleague named in a note. */
@Entity('case_mentions')
export class CaseMention {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'entry_id' }) entryId: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('uuid', { name: 'mentioned_by', nullable: true }) mentionedBy: string | null;
  @Column('timestamptz') at: Date;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
