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
import type { Bilingual } from '../../../platform/i18n/bilingual';
import type { Undertaking } from '../domain/eligibility';
import type { Cost } from '../domain/itinerary';
import type { DebtEntryKind } from '../domain/reimbursement';
import type { StepState } from '../domain/schedule';
import type { PlanTemplates } from '../domain/template';
import type {
  ConsultationKind,
  ConsultationState,
  OwnerRole,
  Reimbursement,
} from '../domain/vocabulary';

export const key = (table: string) => ({ primaryKeyConstraintName: `${table}_pk` });
export const DocumentId = (): PropertyDecorator =>
  Column('uuid', { name: 'document_id', nullable: true });

/** Steps by type of return, by version. */
@Entity('repatriation_templates')
export class RepatriationTemplate {
  @PrimaryColumn('integer', key('repatriation_templates')) version: number;
  @Column('timestamptz', { name: 'effective_from' }) effectiveFrom: Date;
  @Column('jsonb') content: PlanTemplates;
  @Column('text') reason: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** What the person said and what ordered the return. */
@Entity('repatriations')
export class Repatriation {
  @PrimaryColumn('uuid', { name: 'case_id', ...key('repatriations') }) caseId: string;
  @Column('integer', { name: 'template_version' }) templateVersion: number;
  /** Null: not yet asked. */
  @Column('boolean', { nullable: true }) agreed: boolean | null;
  @Column('smallint', { name: 'children_born_abroad', nullable: true })
  childrenBornAbroad: number | null;
  @Column('smallint', { name: 'children_registered', nullable: true })
  childrenRegistered: number | null;
  @Narrative('removal_authority') removalAuthority: ProtectedText | null;
  @Narrative('removal_number') removalNumber: ProtectedText | null;
  @DayColumn('removal_ordered_on') removalOrderedOn: string | null;
  @Narrative('removal_ground') removalGround: ProtectedText | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** A step of the plan of a case, copied from the template in force when it opened. */
@Entity('repatriation_steps')
export class RepatriationStep {
  @PrimaryColumn('uuid', key('repatriation_steps')) id: string;
  @CaseId() caseId: string;
  @Column('smallint') position: number;
  @Column('text') code: string;
  @Column('jsonb') label: Bilingual;
  /** Calendar days at the post. */
  @Column('smallint') days: number;
  /** Codes of the steps that end before it begins. */
  @Column('text', { array: true }) after: string[];
  @Column('boolean') mandatory: boolean;
  @Column('text', { name: 'owner_role' }) ownerRole: OwnerRole;
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId: string | null;
  @Column('jsonb') documents: Bilingual[];
  /** What somebody said of it; a fact that ends it outweighs this. */
  @Column('text', { default: 'pending' }) state: StepState;
  @DayColumn('not_before_on') notBeforeOn: string | null;
  @DayColumn('started_on') startedOn: string | null;
  @InstantColumn('ended_at', true) endedAt: Temporal.Instant | null;
  /** Why it is not needed. */
  @Narrative('reason') reason: ProtectedText | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** The undertaking to repay, or its waiver by headquarters; the newest holds. */
@Entity('repatriation_undertakings')
export class RepatriationUndertaking {
  @PrimaryColumn('uuid', key('repatriation_undertakings')) id: string;
  @CaseId() caseId: string;
  @Column('text') outcome: Undertaking;
  @Column('smallint', { name: 'waived_percent' }) waivedPercent: number;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Narrative('reason') reason: ProtectedText | null;
  @DocumentId() documentId: string | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Headquarters is asked before the State spends, or told of a return at no cost. */
@Entity('repatriation_consultations')
export class RepatriationConsultation {
  @PrimaryColumn('uuid', key('repatriation_consultations')) id: string;
  @CaseId() caseId: string;
  @Column('text') kind: ConsultationKind;
  @Column('text') state: ConsultationState;
  /** What the State is to pay in all. */
  @Column('jsonb') costs: Cost[];
  @Narrative('request', false) request: ProtectedText;
  @InstantColumn('asked_at') askedAt: Temporal.Instant;
  @InstantColumn('answered_at', true) answeredAt: Temporal.Instant | null;
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy: string | null;
  @Narrative('answer') answer: ProtectedText | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/**
 * An entry of what is to become of the cost that the State bore: what was owed, each instalment, each
 * waiver, with the state that follows; the last one of a case holds.
 */
@Entity('repatriation_debts')
export class RepatriationDebt {
  @PrimaryColumn('uuid', key('repatriation_debts')) id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') kind: DebtEntryKind;
  /** Of the entry in its debt, from 1; set by the database. */
  @Column({ type: 'smallint', insert: false, update: false }) position?: number;
  @Column('text') state: Reimbursement;
  /** What was owed in all when the debt began. */
  @Column('jsonb') costs: Cost[];
  /** Of an instalment or a waiver. */
  @Column('char', { length: 3, nullable: true }) currency: string | null;
  @Column('numeric', { precision: 18, scale: 2, nullable: true }) amount: string | null;
  /** Of an instalment: the number of its deposit or receipt. */
  @Narrative('proof') proof: ProtectedText | null;
  @DayColumn('settled_on') settledOn: string | null;
  @Narrative('reason') reason: ProtectedText | null;
  @DocumentId() documentId: string | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}
