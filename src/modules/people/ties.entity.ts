import { Column, Entity, PrimaryColumn } from 'typeorm';
import { sealableText } from '../../platform/crypto/sealed-string';
import { protectedText, type ProtectedText } from '../../platform/crypto/protected-text';
import type { ContactChannel, RestrictionGround } from './domain/contact-restriction';
import type {
  AliasKind,
  AliasWithdrawal,
  GuardianGround,
  RelationKind,
  RelationSource,
} from './domain/ties';

/** Another name of a person; its keys join those of the name itself. */
@Entity('person_aliases')
export class PersonAlias {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_aliases_pk' }) id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') kind: AliasKind;
  /** As given (Unicode NFC). */
  @Column('text', { transformer: sealableText }) name: string;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  @Column('text', { name: 'withdrawn_reason', nullable: true })
  withdrawnReason: AliasWithdrawal | null;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

/** A tie between two persons, written once: `otherId` is `kind` to `personId`. */
@Entity('person_relations')
export class PersonRelation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_relations_pk' }) id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('uuid', { name: 'other_id' }) otherId: string;
  @Column('text') kind: RelationKind;
  @Column('text') source: RelationSource;
  /** Civil dates `YYYY-MM-DD`; null: not known, or not ended. */
  @Column('date', { nullable: true }) since: string | null;
  @Column('date', { nullable: true }) until: string | null;
  @Column({ type: 'jsonb', transformer: protectedText, nullable: true }) note: ProtectedText | null;
  /** Entered by mistake: it never was so. */
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

/** Who acts in law for a minor or for somebody without full capacity, between two dates. */
@Entity('person_guardians')
export class PersonGuardian {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_guardians_pk' }) id: string;
  /** The person in whose name the guardian acts. */
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('uuid', { name: 'guardian_id' }) guardianId: string;
  @Column('text') ground: GuardianGround;
  @Column('date') since: string;
  @Column('date', { nullable: true }) until: string | null;
  /** Number, date and authority of what proves it. */
  @Column('text', { name: 'document_reference', nullable: true, transformer: sealableText })
  documentReference: string | null;
  @Column({ type: 'jsonb', transformer: protectedText, nullable: true }) note: ProtectedText | null;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

/** "Do not contact": every way, one channel, one post's, or one channel of one post. */
@Entity('contact_restrictions')
export class ContactRestriction {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'contact_restrictions_pk' }) id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  /** Null: every channel. */
  @Column('text', { nullable: true }) channel: ContactChannel | null;
  /** Null: every post. */
  @Column('uuid', { name: 'post_id', nullable: true }) postId: string | null;
  @Column('text') ground: RestrictionGround;
  @Column({ type: 'jsonb', transformer: protectedText }) reason: ProtectedText;
  @Column('timestamptz') since: Date;
  @Column('timestamptz', { nullable: true }) until: Date | null;
  @Column('timestamptz', { name: 'lifted_at', nullable: true }) liftedAt: Date | null;
  @Column('uuid', { name: 'lifted_by', nullable: true }) liftedBy: string | null;
  @Column({ type: 'jsonb', name: 'lifted_reason', transformer: protectedText, nullable: true })
  liftedReason: ProtectedText | null;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
