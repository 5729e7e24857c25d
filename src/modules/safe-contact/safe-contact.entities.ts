import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../../platform/crypto/protected-text';
import type { ContactChannel } from '../people';
import type { HoursWindow } from './domain/hours';
import type { SafeContactPolicyContent } from './domain/policy';

const Protected = (name: string): PropertyDecorator =>
  Column({ type: 'jsonb', name, transformer: protectedText, nullable: true });
const RecordedAt = (): PropertyDecorator =>
  Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false });

/** One version of how a person of a case may be reached; a change is a new row, the old one stays. */
@Entity('safe_contacts')
export class SafeContact {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'safe_contacts_pk' }) id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('integer') version: number;
  /** IANA zone of the person. */
  @Column('text', { name: 'time_zone' }) timeZone: string;
  /** Empty: at any hour. */
  @Column('jsonb') hours: HoursWindow[];
  /** ISO 639. */
  @Column('text') language: string;
  @Protected('code_word') codeWord: ProtectedText | null;
  /** Who else may see that telephone or that post. */
  @Protected('seen_by') seenBy: ProtectedText | null;
  /** Null: the policy's. */
  @Protected('neutral_text') neutralText: ProtectedText | null;
  @Protected('note') note: ProtectedText | null;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** A channel, with the number or address that may be used there. */
@Entity('safe_contact_ways')
export class SafeContactWay {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'safe_contact_ways_pk' }) id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'safe_contact_id' }) safeContactId: string;
  @Column('integer') position: number;
  @Column('text') channel: ContactChannel;
  @Protected('address') address: ProtectedText | null;
  @Column('boolean', { name: 'may_leave_message' }) mayLeaveMessage: boolean;
  @RecordedAt() recordedAt: Date;
}

/** The neutral text and the words that no message may carry, by version. */
@Entity('safe_contact_policies')
export class StoredSafeContactPolicy {
  @PrimaryColumn('integer') version: number;
  @Column('timestamptz', { name: 'effective_from' }) effectiveFrom: Date;
  @Column('jsonb') content: SafeContactPolicyContent;
  @Column('text') reason: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @RecordedAt() recordedAt: Date;
}

export const safeContactEntities = [SafeContact, SafeContactWay, StoredSafeContactPolicy] as const;
