import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../../platform/crypto/protected-text';
import { sealableText } from '../../platform/crypto/sealed-string';
import type { IdentityState } from './domain/identity';
import type {
  ContactKind,
  ContactWithdrawal,
  DocumentKind,
  DocumentWithdrawal,
} from './domain/vocabularies';

/** An identity document. Never unique: two people with one number are a question, not an error. */
@Entity('person_documents')
export class PersonDocument {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_documents_pk' }) id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') kind: DocumentKind;
  @Column('text', { transformer: sealableText }) number: string;
  /** Upper case, letters and digits only: what a number is found by. */
  @Column('text', { name: 'number_key' }) numberKey: string;
  /** ISO 3166-1 alpha-3. */
  @Column('char', { name: 'issuing_state', length: 3 }) issuingState: string;
  @Column('date', { name: 'valid_until', nullable: true }) validUntil: string | null;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  @Column('text', { name: 'withdrawn_reason', nullable: true })
  withdrawnReason: DocumentWithdrawal | null;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

/** A way to reach the person. */
@Entity('person_contacts')
export class PersonContact {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_contacts_pk' }) id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') kind: ContactKind;
  /** Telephones as E.164. */
  @Column({ type: 'jsonb', transformer: protectedText }) value: ProtectedText;
  @Column({ type: 'jsonb', transformer: protectedText, nullable: true }) note: ProtectedText | null;
  /** Nobody else looks at it; once one is on file, only safe ones are used (rules §4). */
  @Column('boolean', { default: false }) safe: boolean;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  @Column('text', { name: 'withdrawn_reason', nullable: true })
  withdrawnReason: ContactWithdrawal | null;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

/** Who took the identity from one state to another, and why. Append-only. */
@Entity('person_identity_decisions')
export class PersonIdentityDecision {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_identity_decisions_pk' }) id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  /** Null when the person was registered. */
  @Column('text', { nullable: true }) previous: IdentityState | null;
  @Column('text') state: IdentityState;
  @Column({ type: 'jsonb', transformer: protectedText, nullable: true })
  reason: ProtectedText | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
