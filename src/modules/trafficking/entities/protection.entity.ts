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
  AgeFinding,
  NationalityFinding,
  ReferralRecipient,
  ReferralState,
  ReflectionState,
  ReturnFinding,
  ReturnRisk,
} from '../domain/protection';

const key = (table: string) => ({ primaryKeyConstraintName: `${table}_pk` });

/** Identity, nationality and age as an officer verified them (D.S. 005-2016-IN §4). */
@Entity('identity_checks')
export class IdentityCheck {
  @PrimaryColumn('uuid', key('identity_checks')) id: string;
  @CaseId() caseId: string;
  @Column('text', { name: 'nationality_finding' }) nationalityFinding: NationalityFinding;
  /** ISO 3166-1 alpha-2, of another State. */
  @Column('char', { length: 2, nullable: true }) nationality: string | null;
  @Column('text', { name: 'age_finding' }) ageFinding: AgeFinding;
  @InstantColumn('checked_at') checkedAt: Temporal.Instant;
  @Narrative('evidence', false) evidence: ProtectedText;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** An authority that was told of the case, or is kept out of it because of danger. */
@Entity('trafficking_referrals')
export class TraffickingReferral {
  @PrimaryColumn('uuid', key('trafficking_referrals')) id: string;
  @CaseId() caseId: string;
  @Column('text') recipient: ReferralRecipient;
  @Column('text') state: ReferralState;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Narrative('authority') authority: ProtectedText | null;
  @Narrative('number') number: ProtectedText | null;
  /** Why it is withheld, or what was said. */
  @Narrative('note') note: ProtectedText | null;
  @InstantColumn('answered_at', true) answeredAt: Temporal.Instant | null;
  @Narrative('answer') answer: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** The time that the host State gives a victim to recover and decide. */
@Entity('reflection_periods')
export class ReflectionPeriod {
  @PrimaryColumn('uuid', key('reflection_periods')) id: string;
  @CaseId() caseId: string;
  @Column('text') state: ReflectionState;
  @Narrative('authority', false) authority: ProtectedText;
  @DayColumn('from_day') fromDay: string | null;
  @DayColumn('until_day') untilDay: string | null;
  @Narrative('note') note: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** A return that the person agreed to and whose risk was assessed (rules §5, *safe repatriation*). */
@Entity('safe_returns')
export class SafeReturn {
  @PrimaryColumn('uuid', key('safe_returns')) id: string;
  @CaseId() caseId: string;
  @Column('text') risk: ReturnRisk;
  @Narrative('risk_assessment', false) riskAssessment: ProtectedText;
  @Column('boolean') agreed: boolean;
  /** Persons who return with the victim. */
  @Column('uuid', { array: true, default: '{}' }) dependants: string[];
  @Narrative('reception', false) reception: ProtectedText;
  @DayColumn('planned_on', false) plannedOn: string;
  @InstantColumn('arrived_at', true) arrivedAt: Temporal.Instant | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** How the person is some time after the return. */
@Entity('safe_return_follow_ups')
export class SafeReturnFollowUp {
  @PrimaryColumn('uuid', key('safe_return_follow_ups')) id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'return_id' }) returnId: string;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Column('text') finding: ReturnFinding;
  @Narrative('note') note: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}
