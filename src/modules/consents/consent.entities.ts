import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../../platform/crypto/protected-text';
import { sealableText } from '../../platform/crypto/sealed-string';
import type {
  ConsentDecision,
  ConsentForm,
  ConsentGiver,
  DataCategory,
  DisclosureChannel,
  DisclosureGround,
  Purpose,
  RecipientKind,
  Safeguard,
} from './domain/consent-vocabulary';

/** What a person said about sharing their data, for one purpose and one recipient. Never edited. */
@Entity('consents')
export class Consent {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  /** Whose data. */
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') decision: ConsentDecision;
  @Column('text') purpose: Purpose;
  @Column('text', { name: 'recipient_kind' }) recipientKind: RecipientKind;
  @Column('uuid', { name: 'recipient_person_id', nullable: true }) recipientPersonId: string | null;
  @Column('uuid', { name: 'institution_id', nullable: true }) institutionId: string | null;
  @Column('jsonb', { name: 'recipient_name', nullable: true, transformer: protectedText })
  recipientName: ProtectedText | null;
  @Column('text', { array: true }) categories: DataCategory[];
  @Column('text', { name: 'given_by' }) givenBy: ConsentGiver;
  /** The parent, guardian or support, when they are in the register. */
  @Column('uuid', { name: 'giver_person_id', nullable: true }) giverPersonId: string | null;
  @Column('timestamptz', { name: 'given_at' }) givenAt: Date;
  @Column('timestamptz', { name: 'valid_until', nullable: true }) validUntil: Date | null;
  @Column('text') form: ConsentForm;
  @Column('jsonb', { nullable: true, transformer: protectedText }) note: ProtectedText | null;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

/** The end of a consent, at once and for good. */
@Entity('consent_withdrawals')
export class ConsentWithdrawal {
  @PrimaryColumn('uuid', { name: 'consent_id' }) consentId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('timestamptz', { name: 'withdrawn_at' }) withdrawnAt: Date;
  @Column('text', { name: 'asked_by' }) askedBy: ConsentGiver;
  @Column('text') form: ConsentForm;
  @Column('jsonb', { nullable: true, transformer: protectedText }) note: ProtectedText | null;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

/** What left the Ministry: kinds of data and names of fields, never the data. Never edited. */
@Entity('disclosures')
export class Disclosure {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt: Date;
  /** `restricted` where that something was told betrays what is restricted. */
  @Column('text', { default: 'standard' }) tier: 'standard' | 'restricted';
  @Column('text') purpose: Purpose;
  @Column('text', { name: 'recipient_kind' }) recipientKind: RecipientKind;
  @Column('uuid', { name: 'recipient_person_id', nullable: true }) recipientPersonId: string | null;
  @Column('uuid', { name: 'institution_id', nullable: true }) institutionId: string | null;
  @Column('jsonb', { name: 'recipient_name', nullable: true, transformer: protectedText })
  recipientName: ProtectedText | null;
  @Column('text', { array: true }) categories: DataCategory[];
  @Column('text', { name: 'field_names', array: true }) fieldNames: string[];
  @Column('text') ground: DisclosureGround;
  @Column('uuid', { name: 'consent_id', nullable: true }) consentId: string | null;
  @Column('text', { name: 'legal_basis', nullable: true, transformer: sealableText })
  legalBasis: string | null;
  @Column('text') channel: DisclosureChannel;
  @Column('boolean', { name: 'cross_border' }) crossBorder: boolean;
  @Column('char', { length: 2, nullable: true }) country: string | null;
  @Column('text', { nullable: true }) safeguards: Safeguard | null;
  /** What carried it: a referral, a paper, an export. */
  @Column('text', { name: 'subject_type', nullable: true }) subjectType: string | null;
  @Column('uuid', { name: 'subject_id', nullable: true }) subjectId: string | null;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

export const consentsEntities = [Consent, ConsentWithdrawal, Disclosure] as const;
