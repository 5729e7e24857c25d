import type { Temporal } from '@js-temporal/polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProtectedText } from '../../../platform/crypto/protected-text';
import {
  CaseId,
  DayColumn,
  InstantColumn,
  Narrative,
  RecordedAt,
  RecordedBy,
} from '../../../platform/database/columns';
import type { Heirs, Identification, Manner, Relation, ReportSubject } from '../domain/death';
import type { KinChannel } from '../domain/kin';
import type { DocumentState, RequirementsContent } from '../domain/requirements';

const key = (table: string) => ({ primaryKeyConstraintName: `${table}_pk` });

/** What is known of the death; corrected as more becomes known, with its trace in the timeline. */
@Entity('deaths')
export class Death {
  @PrimaryColumn('uuid', { name: 'case_id', ...key('deaths') }) caseId: string;
  @DayColumn('died_on') diedOn: string | null;
  @Column('text') manner: Manner;
  @Narrative('cause') cause: ProtectedText | null;
  @Column('text') identification: Identification;
  /** Who told the service, and how to reach them. */
  @Narrative('informant') informant: ProtectedText | null;
  @Column('boolean', { name: 'kin_known' }) kinKnown: boolean;
  /** Who they are, and how to reach them. */
  @Narrative('next_of_kin') nextOfKin: ProtectedText | null;
  @Column('text') heirs: Heirs;
  /** When it was known that an authority must investigate; null: nothing asks for it. */
  @InstantColumn('inquiry_known_at', true) inquiryKnownAt: Temporal.Instant | null;
  /** When it was known that the person died in custody; null: they did not. */
  @InstantColumn('custody_known_at', true) custodyKnownAt: Temporal.Instant | null;
  @InstantColumn('no_heirs_known_at', true) noHeirsKnownAt: Temporal.Instant | null;
  /** The case that this one continues, e.g. the detention in which the person died. */
  @Column('uuid', { name: 'from_case_id', nullable: true }) fromCaseId: string | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Who told the family, whom, how and when; or why nobody can, by the head of post. */
@Entity('kin_notices')
export class KinNotice {
  @PrimaryColumn('uuid', key('kin_notices')) id: string;
  @CaseId() caseId: string;
  @Column('text') outcome: 'told' | 'impossible';
  @Column('uuid', { name: 'person_id', nullable: true }) personId: string | null;
  @Narrative('recipient') recipient: ProtectedText | null;
  @Column('text', { nullable: true }) relation: Relation | null;
  @Column('text', { nullable: true }) channel: KinChannel | null;
  /** Who spoke with them, when it was not whoever records it. */
  @Narrative('told_by') toldBy: ProtectedText | null;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Narrative('reason') reason: ProtectedText | null;
  @Narrative('note') note: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Which documents remains need, by version. */
@Entity('death_requirements')
export class DeathRequirement {
  @PrimaryColumn('integer', key('death_requirements')) version: number;
  @Column('timestamptz', { name: 'effective_from' }) effectiveFrom: Date;
  @Column('jsonb') content: RequirementsContent;
  @Column('text') reason: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Where a required document stands; the newest row of a code holds. */
@Entity('remains_documents')
export class RemainsDocument {
  @PrimaryColumn('uuid', key('remains_documents')) id: string;
  @CaseId() caseId: string;
  @Column('text') code: string;
  @Column('text') state: DocumentState;
  @Column('uuid', { name: 'document_id', nullable: true }) documentId: string | null;
  @Narrative('number') number: ProtectedText | null;
  @Narrative('issued_by') issuedBy: ProtectedText | null;
  @DayColumn('obtained_on') obtainedOn: string | null;
  /** Why it does not apply. */
  @Narrative('reason') reason: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Headquarters was told, of custody or of an estate without heirs. */
@Entity('headquarters_reports')
export class HeadquartersReport {
  @PrimaryColumn('uuid', key('headquarters_reports')) id: string;
  @CaseId() caseId: string;
  @Column('text') subject: ReportSubject;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  /** Number of the communication. */
  @Narrative('reference') reference: ProtectedText | null;
  @Narrative('note') note: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}
