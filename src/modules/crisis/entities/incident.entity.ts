import type { Temporal } from '@js-temporal/polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProtectedText } from '../../../platform/crypto/protected-text';
import {
  DayColumn,
  InstantColumn,
  Narrative,
  RecordedAt,
  RecordedBy,
} from '../../../platform/database/columns';
import type { CrisisType, IncidentState, PersonState, Source } from '../domain/vocabulary';

const key = (table: string) => ({ primaryKeyConstraintName: `${table}_pk` });

/** A crisis or mass event: one incident, thousands of persons. */
@Entity('incidents')
export class Incident {
  @PrimaryColumn('uuid', key('incidents')) id: string;
  @Column('text') kind: CrisisType;
  /** Address of the public page, drawn at random. */
  @Column('text') slug: string;
  @Column('text', { name: 'name_es' }) nameEs: string;
  @Column('text', { name: 'name_en' }) nameEn: string;
  @Column('char', { length: 2 }) country: string;
  @Column('text', { array: true }) subdivisions: string[];
  @InstantColumn('started_at') startedAt: Temporal.Instant;
  @Column('text') state: IncidentState;
  @Column('text', { nullable: true }) lessons: string | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Somebody named in an incident; several records may be one person (`standsFor`). */
@Entity('incident_persons')
export class IncidentPerson {
  @PrimaryColumn('uuid', key('incident_persons')) id: string;
  @Column('uuid', { name: 'incident_id' }) incidentId: string;
  @Column('uuid', { name: 'stands_for' }) standsFor: string;
  @Column('text', { name: 'given_names' }) givenNames: string;
  @Column('text', { name: 'first_surname' }) firstSurname: string;
  @Column('text', { name: 'second_surname', nullable: true }) secondSurname: string | null;
  @DayColumn('birth_date') birthDate: string | null;
  /** In years, as told. */
  @Column('smallint', { nullable: true }) age: number | null;
  /** ISO/IEC 5218. */
  @Column('smallint', { default: 0 }) sex: number;
  @Column('text', { name: 'document_number', nullable: true }) documentNumber: string | null;
  @Narrative('phone') phone: ProtectedText | null;
  @Narrative('email') email: ProtectedText | null;
  @Narrative('place') place: ProtectedText | null;
  @Column('text', { nullable: true }) subdivision: string | null;
  /** How many are with them. */
  @Column('smallint', { name: 'party_size', default: 0 }) partySize: number;
  @Column('text', { array: true }) vulnerability: string[];
  @Column('char', { length: 2 }) language: 'es' | 'en';
  @Column('uuid', { name: 'post_id', nullable: true }) postId: string | null;
  /** Points of the policy; more go first. */
  @Column('integer') priority: number;
  /** The newest of the events, kept by the database. */
  @Column('text') state: PersonState;
  @Column('text') source: Source;
  @InstantColumn('registered_at') registeredAt: Temporal.Instant;
  @Column('text', { name: 'code_hash', nullable: true }) codeHash: string | null;
  @Column('smallint', { name: 'code_round' }) codeRound: number;
  @Column('bytea', { name: 'request_key', nullable: true }) requestKey: Buffer | null;
  @Column('bytea', { name: 'request_hash', nullable: true }) requestHash: Buffer | null;
  @Column('uuid', { name: 'case_id', nullable: true }) caseId: string | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}
