import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../../../platform/crypto/protected-text';
import type { DataCategory, StatedGround, Purpose, RecipientKind } from '../../consents';
import type { ReferralOutcome, ReferralState } from '../domain/referral';

/** One version of an institution that cases may be referred to. */
@Entity('referral_institutions')
export class ReferralInstitution {
  /** The same in all its versions. */
  @PrimaryColumn('uuid') id: string;
  @PrimaryColumn('integer') version: number;
  @Column('text') code: string;
  @Column('text', { name: 'name_es' }) nameEs: string;
  @Column('text', { name: 'name_en' }) nameEn: string;
  @Column('text', { name: 'recipient_kind' }) recipientKind: RecipientKind;
  /** False: what it receives crosses a border (Ley 29733 art. 15). */
  @Column('boolean') peruvian: boolean;
  /** Kinds of data it may receive. */
  @Column('text', { array: true }) categories: DataCategory[];
  /** Days after which an answer is overdue, unless the referral says otherwise. */
  @Column('integer', { name: 'answer_days' }) answerDays: number;
  @Column('boolean', { default: false }) retired: boolean;
  @Column('text') source: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

/** A person sent to an institution outside the Ministry, with what it was told and on what ground. */
@Entity('referrals')
export class Referral {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('uuid', { name: 'institution_id' }) institutionId: string;
  @Column('integer', { name: 'institution_version' }) institutionVersion: number;
  /** Which of its offices, and whom there. */
  @Column('jsonb', { nullable: true, transformer: protectedText }) office: ProtectedText | null;
  @Column('text') purpose: Purpose;
  @Column('text', { array: true }) categories: DataCategory[];
  @Column('text') ground: StatedGround;
  @Column('uuid', { name: 'disclosure_id' }) disclosureId: string;
  @Column('jsonb', { transformer: protectedText }) request: ProtectedText;
  @Column('uuid', { name: 'sent_by', nullable: true }) sentBy: string | null;
  @Column('timestamptz', { name: 'sent_at' }) sentAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('text', { default: 'sent' }) state: ReferralState;
  @Column('text', { nullable: true }) outcome: ReferralOutcome | null;
  @Column('jsonb', { nullable: true, transformer: protectedText }) answer: ProtectedText | null;
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
