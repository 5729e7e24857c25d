import type { Temporal } from '@js-temporal/polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProtectedText } from '../../../platform/crypto/protected-text';
import type { AssistanceOutcome, FollowUpFinding } from '../domain/course';
import type {
  ChildSituation,
  MeasureKind,
  MeasureState,
  ServiceState,
  SupportService,
} from '../domain/protection';
import {
  CaseId,
  DayColumn,
  InstantColumn,
  Narrative,
  RecordedAt,
  RecordedBy,
} from '../../../platform/database/columns';

const key = (table: string) => ({ primaryKeyConstraintName: `${table}_pk` });

/** What an authority ordered to protect the person, or was asked to. */
@Entity('protection_measures')
export class ProtectionMeasure {
  @PrimaryColumn('uuid', key('protection_measures')) id: string;
  @CaseId() caseId: string;
  @Column('text') kind: MeasureKind;
  @Column('text') state: MeasureState;
  @Narrative('authority', false) authority: ProtectedText;
  @Narrative('number') number: ProtectedText | null;
  @Narrative('scope') scope: ProtectedText | null;
  @DayColumn('requested_on') requestedOn: string | null;
  @DayColumn('granted_on') grantedOn: string | null;
  /** The last day on which it protects; null: until it is lifted. */
  @DayColumn('expires_on') expiresOn: string | null;
  @Column('uuid', { name: 'renews_id', nullable: true }) renewsId: string | null;
  @InstantColumn('ended_at', true) endedAt: Temporal.Instant | null;
  @Narrative('end_reason') endReason: ProtectedText | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** A child whom the violence reaches; the newest row of a child holds. */
@Entity('children_at_risk')
export class ChildAtRisk {
  @PrimaryColumn('uuid', key('children_at_risk')) id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') situation: ChildSituation;
  @Narrative('note') note: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Help asked of an institution, and what came of it. */
@Entity('support_services')
export class SupportServiceRow {
  @PrimaryColumn('uuid', key('support_services')) id: string;
  @CaseId() caseId: string;
  @Column('text') service: SupportService;
  @Column('text') state: ServiceState;
  @Narrative('institution', false) institution: ProtectedText;
  @DayColumn('requested_on', false) requestedOn: string;
  @DayColumn('answered_on') answeredOn: string | null;
  @Narrative('note') note: ProtectedText | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** The person went back to Peru, and who receives them there. */
@Entity('returns_to_peru')
export class ReturnToPeru {
  @PrimaryColumn('uuid', key('returns_to_peru')) id: string;
  @CaseId() caseId: string;
  @InstantColumn('returned_at') returnedAt: Temporal.Instant;
  @Narrative('institution', false) institution: ProtectedText;
  @Narrative('plan') plan: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

@Entity('return_follow_ups')
export class ReturnFollowUp {
  @PrimaryColumn('uuid', key('return_follow_ups')) id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'return_id' }) returnId: string;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Column('text') finding: FollowUpFinding;
  @Narrative('note') note: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** What the service gave: guidance, assistance, repatriation. */
@Entity('assistance_outcomes')
export class AssistanceOutcomeRow {
  @PrimaryColumn('uuid', key('assistance_outcomes')) id: string;
  @CaseId() caseId: string;
  @Column('text') outcome: AssistanceOutcome;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Narrative('note') note: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}
