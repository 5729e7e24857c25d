import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../../platform/crypto/protected-text';
import type { Tier } from './domain/case-vocabulary';
import type { AttemptOutcome, ContactChannel } from '../people';

/** One attempt to reach a person of a case: by whom, how, when, and what came of it. Append-only. */
@Entity('contact_attempts')
export class ContactAttempt {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'contact_attempts_pk' }) id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  /** The record the attempt was made for. */
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') channel: ContactChannel;
  @Column('text') outcome: AttemptOutcome;
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt: Date;
  @Column({ type: 'jsonb', transformer: protectedText, nullable: true }) note: ProtectedText | null;
  /** `restricted` under an arrangement of safe contact. */
  @Column('text', { default: 'standard' }) tier: Tier;
  /** The number or address that was used. */
  @Column({ type: 'jsonb', transformer: protectedText, nullable: true })
  address: ProtectedText | null;
  @Column('uuid', { name: 'safe_contact_id', nullable: true }) safeContactId: string | null;
  /** Whether the person said the agreed word; null: none was agreed, or nobody was reached. */
  @Column('boolean', { name: 'code_word_given', nullable: true }) codeWordGiven: boolean | null;
  /** Code of the refusal that danger to life set aside, with the reason beside it. */
  @Column('text', { nullable: true }) overridden: string | null;
  @Column({ type: 'jsonb', name: 'danger_to_life', transformer: protectedText, nullable: true })
  dangerToLife: ProtectedText | null;
  /** Nothing was told of the person whom the case is about; null: not said. */
  @Column('boolean', { name: 'nothing_told', nullable: true }) nothingTold: boolean | null;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
