import type { Temporal } from '@js-temporal/polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProtectedText } from '../../../platform/crypto/protected-text';
import type {
  AggressorRelation,
  GbvimsType,
  IncidentContext,
  ViolenceType,
} from '../domain/incident';
import type { RiskInstrumentContent, RiskLevel } from '../domain/risk';
import {
  CaseId,
  DayColumn,
  InstantColumn,
  Narrative,
  RecordedAt,
  RecordedBy,
} from '../../../platform/database/columns';

const key = (table: string) => ({ primaryKeyConstraintName: `${table}_pk` });

/** What was done to the person: many per case; a mistake is replaced by a later row, never edited. */
@Entity('violence_incidents')
export class ViolenceIncident {
  @PrimaryColumn('uuid', key('violence_incidents')) id: string;
  @CaseId() caseId: string;
  @Column('text', { array: true }) types: ViolenceType[];
  @Column('text', { name: 'gbvims_type' }) gbvimsType: GbvimsType;
  @Column('text') context: IncidentContext;
  @DayColumn('occurred_from') occurredFrom: string | null;
  @DayColumn('occurred_to') occurredTo: string | null;
  @Narrative('place') place: ProtectedText | null;
  /** What the case's own account does not tell already. */
  @Narrative('account') account: ProtectedText | null;
  @Column('uuid', { name: 'aggressor_person_id', nullable: true })
  aggressorPersonId: string | null;
  @Narrative('aggressor_description') aggressorDescription: ProtectedText | null;
  @Column('text', { name: 'aggressor_relation' }) aggressorRelation: AggressorRelation;
  /** One of the service's own people. */
  @Column('uuid', { name: 'aggressor_account_id', nullable: true })
  aggressorAccountId: string | null;
  @Column('uuid', { nullable: true }) replaces: string | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Questions, weights and thresholds, by version. */
@Entity('risk_instruments')
export class RiskInstrument {
  @PrimaryColumn('integer', key('risk_instruments')) version: number;
  @Column('timestamptz', { name: 'effective_from' }) effectiveFrom: Date;
  @Column('jsonb') content: RiskInstrumentContent;
  @Column('text') reason: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** How much danger there was at a moment, by the instrument's version in force; never edited. */
@Entity('risk_assessments')
export class RiskAssessment {
  @PrimaryColumn('uuid', key('risk_assessments')) id: string;
  @CaseId() caseId: string;
  @Column('integer', { name: 'instrument_version' }) instrumentVersion: number;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  /** JSON of question → `yes`, `no`, `unknown`, kept and protected as one text. */
  @Narrative('answers', false) answers: ProtectedText;
  @Column('integer') score: number;
  @Column('text', { name: 'computed_level' }) computedLevel: RiskLevel;
  /** The officer's, never under the computed one. */
  @Column('text') level: RiskLevel;
  @Narrative('raise_reason') raiseReason: ProtectedText | null;
  @Narrative('note') note: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Why a case may close although the last assessment found high danger. */
@Entity('risk_acceptances')
export class RiskAcceptance {
  @PrimaryColumn('uuid', key('risk_acceptances')) id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'assessment_id' }) assessmentId: string;
  @Narrative('reason', false) reason: ProtectedText;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** A version of what the person will do if it gets worse; its parts are one protected JSON. */
@Entity('safety_plans')
export class SafetyPlan {
  @PrimaryColumn('uuid', key('safety_plans')) id: string;
  @CaseId() caseId: string;
  @Column('integer') version: number;
  @Narrative('content', false) content: ProtectedText;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}
