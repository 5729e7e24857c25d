import { Column, Entity, PrimaryColumn } from 'typeorm';
import { sealableText } from '../../platform/crypto/sealed-string';
import type { IdentityState } from './domain/identity';
import type { Sex } from './domain/vocabularies';

/** A human being whom a post knows: helped, or taking part in a case in any role. */
@Entity('persons')
export class Person {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'persons_pk' }) id: string;
  /** Names are kept as given (Unicode NFC); what finds them lives in `person_search_keys`. */
  @Column('text', { name: 'given_names', transformer: sealableText }) givenNames: string;
  @Column('text', { name: 'first_surname', transformer: sealableText }) firstSurname: string;
  @Column('text', { name: 'second_surname', nullable: true, transformer: sealableText })
  secondSurname: string | null;
  /** Civil date `YYYY-MM-DD`. */
  @Column('date', { name: 'birth_date', nullable: true }) birthDate: string | null;
  /** ISO/IEC 5218. */
  @Column('smallint', { default: 0 }) sex: Sex;
  @Column('text', { name: 'gender_identity', nullable: true, transformer: sealableText })
  genderIdentity: string | null;
  /** ISO 3166-1 alpha-2; null: not known. */
  @Column('char', { length: 2, nullable: true }) nationality: string | null;
  @Column('text') identity: IdentityState;
  /** ISO 639. */
  @Column('text', { array: true, default: '{}' }) languages: string[];
  @Column('text', { name: 'migration_status', nullable: true }) migrationStatus: string | null;
  @Column('text', { array: true, default: '{}' }) vulnerability: string[];
  @Column('uuid', { name: 'registered_post_id', nullable: true }) registeredPostId: string | null;
  /** In sealed cases only: exists for their circles alone; the database keeps it. */
  @Column({ type: 'boolean', default: false, insert: false, update: false }) sealed: boolean;
  /** The person whom this record stands for since it was merged as a duplicate; drawn from `person_merges`. */
  @Column('uuid', { name: 'merged_into', nullable: true }) mergedInto: string | null;
  @Column('integer', { default: 1 }) version: number;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
