import type { Temporal } from '@js-temporal/polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProtectedText } from '../../../platform/crypto/protected-text';
import type { RepresentativeProvider, RepresentativeRole } from '../domain/defence';
import type { ExpulsionChecklist, ExpulsionConclusion } from '../domain/expulsion';
import type { AllegedAuthor, AssessmentConclusion, MistreatmentKind } from '../domain/mistreatment';
import type { BenefitKind, BenefitState, HearingKind, HearingOutcome } from '../domain/proceedings';
import {
  CaseId,
  InstantColumn,
  Narrative,
  PlainText,
  RecordedAt,
} from '../../../platform/database/columns';

@Entity('hearings')
export class Hearing {
  @PrimaryColumn('uuid') id: string;
  @CaseId() caseId: string;
  @InstantColumn('at') at: Temporal.Instant;
  @Column('text') kind: HearingKind;
  @PlainText('court') court: string;
  @RecordedAt() recordedAt: Date;
}

/** What became of a hearing. */
@Entity('hearing_notes')
export class HearingNote {
  @PrimaryColumn('uuid') id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'hearing_id' }) hearingId: string;
  @Column('text') outcome: HearingOutcome;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Narrative('note', false) note: ProtectedText;
  @RecordedAt() recordedAt: Date;
}

/** A lawyer or interpreter at no cost to the Peruvian State. */
@Entity('representatives')
export class Representative {
  @PrimaryColumn('uuid') id: string;
  @CaseId() caseId: string;
  @Column('text') role: RepresentativeRole;
  @Column('text') provider: RepresentativeProvider;
  @PlainText('name') name: string;
  @PlainText('organisation', true) organisation: string | null;
  @Narrative('contact') contact: ProtectedText | null;
  @Column('text', { array: true, default: [] }) languages: string[];
  @Column('boolean', { name: 'consent_to_share', default: false }) consentToShare: boolean;
  @Column('date') since: string;
  @Column('date', { nullable: true }) until: string | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedAt() recordedAt: Date;
}

@Entity('prison_benefits')
export class PrisonBenefit {
  @PrimaryColumn('uuid') id: string;
  @CaseId() caseId: string;
  @Column('text') kind: BenefitKind;
  @Column('text') state: BenefitState;
  @InstantColumn('state_since') stateSince: Temporal.Instant;
  @Narrative('note') note: ProtectedText | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedAt() recordedAt: Date;
}

/** A decision to expel, from its notice to the person or the post. */
@Entity('expulsions')
export class Expulsion {
  @PrimaryColumn('uuid') id: string;
  @CaseId() caseId: string;
  @PlainText('authority') authority: string;
  @InstantColumn('notified_at') notifiedAt: Temporal.Instant;
  @Narrative('grounds') grounds: ProtectedText | null;
  @Column('date', { name: 'appeal_deadline', nullable: true }) appealDeadline: string | null;
  @RecordedAt() recordedAt: Date;
}

@Entity('expulsion_reviews')
export class ExpulsionReview {
  @PrimaryColumn('uuid') id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'expulsion_id' }) expulsionId: string;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Column('jsonb') checklist: ExpulsionChecklist;
  @Column('text') conclusion: ExpulsionConclusion;
  @Narrative('note') note: ProtectedText | null;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Alleged torture or ill-treatment: restricted, with its own fast lane. */
@Entity('mistreatment_allegations')
export class MistreatmentAllegation {
  @PrimaryColumn('uuid') id: string;
  @CaseId() caseId: string;
  @InstantColumn('reported_at') reportedAt: Temporal.Instant;
  @InstantColumn('happened_at', true) happenedAt: Temporal.Instant | null;
  @Column('text', { array: true }) kinds: MistreatmentKind[];
  @Column('text', { name: 'alleged_author' }) allegedAuthor: AllegedAuthor;
  @Narrative('account', false) account: ProtectedText;
  @InstantColumn('consul_informed_at', true) consulInformedAt: Temporal.Instant | null;
  @Column('uuid', { name: 'consul_informed_by', nullable: true }) consulInformedBy: string | null;
  @InstantColumn('headquarters_informed_at', true) headquartersInformedAt: Temporal.Instant | null;
  @Column('uuid', { name: 'headquarters_informed_by', nullable: true })
  headquartersInformedBy: string | null;
  @InstantColumn('assessed_at', true) assessedAt: Temporal.Instant | null;
  @Column('uuid', { name: 'assessed_by', nullable: true }) assessedBy: string | null;
  @Column('text', { nullable: true }) conclusion: AssessmentConclusion | null;
  @Narrative('assessment') assessment: ProtectedText | null;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}
