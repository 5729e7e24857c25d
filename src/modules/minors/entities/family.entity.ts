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
import type {
  ChildRelation,
  RelationshipState,
  ReunificationFinding,
  Suitability,
  TracingResult,
  TracingSource,
} from '../domain/reunification';
import { CountryColumn, key, PersonId } from './columns';

/** Who was asked where the family is, and what came of it. */
@Entity('tracing_steps')
export class TracingStep {
  @PrimaryColumn('uuid', key('tracing_steps')) id: string;
  @CaseId() caseId: string;
  @Column('text') source: TracingSource;
  @Narrative('institution') institution: ProtectedText | null;
  @DayColumn('asked_on', false) askedOn: string;
  @Column('text') result: TracingResult;
  @DayColumn('answered_on') answeredOn: string | null;
  @Narrative('note') note: ProtectedText | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** A relative who was found: a restricted part of the case. */
@Entity('located_relatives')
export class LocatedRelative {
  @PrimaryColumn('uuid', key('located_relatives')) id: string;
  @CaseId() caseId: string;
  @PersonId() personId: string;
  @Column('text') relation: ChildRelation;
  @Column('text') state: RelationshipState;
  @Narrative('whereabouts') whereabouts: ProtectedText | null;
  @InstantColumn('decided_at', true) decidedAt: Temporal.Instant | null;
  /** What shows that they are related, or that they are not. */
  @Narrative('proof') proof: ProtectedText | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Whether the family of a located relative can receive the child; the newest holds. */
@Entity('family_assessments')
export class FamilyAssessment {
  @PrimaryColumn('uuid', key('family_assessments')) id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'relative_id' }) relativeId: string;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Narrative('institution', false) institution: ProtectedText;
  @Column('text') suitability: Suitability;
  @Narrative('report', false) report: ProtectedText;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** The child was handed to the family, here or across a border. */
@Entity('reunifications')
export class Reunification {
  @PrimaryColumn('uuid', key('reunifications')) id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'relative_id' }) relativeId: string;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @CountryColumn('from_country') fromCountry: string;
  @CountryColumn('to_country') toCountry: string;
  /** Who follows the child there. */
  @Narrative('institution') institution: ProtectedText | null;
  @Narrative('plan') plan: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

@Entity('reunification_follow_ups')
export class ReunificationFollowUp {
  @PrimaryColumn('uuid', key('reunification_follow_ups')) id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'reunification_id' }) reunificationId: string;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Column('text') finding: ReunificationFinding;
  @Narrative('note') note: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}
