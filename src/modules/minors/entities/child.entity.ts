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
import type { Level, Questionnaire } from '../../../platform/questionnaires/questionnaire';
import type { ChildWith, OfAgeCourse } from '../domain/child';
import type { GuardianshipGround, GuardianshipState } from '../domain/guardianship';
import type { HearingOfChild, InterestCourse, InterestStage, Maturity } from '../domain/interests';
import type { AuthorisationForm, AuthorisationKind } from '../domain/travel';
import { CountryColumn, DocumentId, key, PersonId } from './columns';

/** With whom the child is, and how; the newest row holds. */
@Entity('child_situations')
export class ChildSituationRow {
  @PrimaryColumn('uuid', key('child_situations')) id: string;
  @CaseId() caseId: string;
  @Column('text', { name: 'child_with' }) childWith: ChildWith;
  @Column('boolean', { name: 'danger_to_life' }) dangerToLife: boolean;
  /** Completed years, where the birth date is not known. */
  @Column('integer', { name: 'presumed_age', nullable: true }) presumedAge: number | null;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Narrative('note') note: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Questions, weights and thresholds, by version. */
@Entity('interest_instruments')
export class InterestInstrument {
  @PrimaryColumn('integer', key('interest_instruments')) version: number;
  @Column('timestamptz', { name: 'effective_from' }) effectiveFrom: Date;
  @Column('jsonb') content: Questionnaire;
  @Column('text') reason: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** What serves the child best, by the instrument's version in force; never edited. */
@Entity('interest_assessments')
export class InterestAssessment {
  @PrimaryColumn('uuid', key('interest_assessments')) id: string;
  @CaseId() caseId: string;
  @Column('text') stage: InterestStage;
  @Column('integer', { name: 'instrument_version' }) instrumentVersion: number;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  /** JSON of question → `yes`, `no`, `unknown`, kept and protected as one text. */
  @Narrative('answers', false) answers: ProtectedText;
  @Column('integer') score: number;
  @Column('text') level: Level;
  @Column('text') hearing: HearingOfChild;
  @Column('text') maturity: Maturity;
  /** In the child's own words. */
  @Narrative('opinion') opinion: ProtectedText | null;
  @Column('text') course: InterestCourse;
  @Narrative('reason', false) reason: ProtectedText;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Who says that they answer for the child, with what paper, and whether it was verified. */
@Entity('minor_guardianships')
export class MinorGuardianship {
  @PrimaryColumn('uuid', key('minor_guardianships')) id: string;
  @CaseId() caseId: string;
  @PersonId() personId: string;
  @Column('text') ground: GuardianshipGround;
  @Column('text') state: GuardianshipState;
  /** Alone: the other parent has no say. */
  @Column('boolean') sole: boolean;
  @Narrative('authority') authority: ProtectedText | null;
  @Narrative('number') number: ProtectedText | null;
  @DayColumn('issued_on') issuedOn: string | null;
  /** The last day on which it counts; null: until it is revoked. */
  @DayColumn('expires_on') expiresOn: string | null;
  @DocumentId() documentId: string | null;
  @Narrative('note') note: ProtectedText | null;
  @Column('uuid', { nullable: true }) replaces: string | null;
  @InstantColumn('claimed_at') claimedAt: Temporal.Instant;
  @InstantColumn('decided_at', true) decidedAt: Temporal.Instant | null;
  @InstantColumn('ended_at', true) endedAt: Temporal.Instant | null;
  /** How it was verified, or why it was rejected or revoked. */
  @Narrative('decision') decision: ProtectedText | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** What lets the child travel. */
@Entity('travel_authorisations')
export class TravelAuthorisation {
  @PrimaryColumn('uuid', key('travel_authorisations')) id: string;
  @CaseId() caseId: string;
  @Column('text') kind: AuthorisationKind;
  /** The parent who authorises, or who died; null for a court. */
  @PersonId(true) personId: string | null;
  @Column('text') form: AuthorisationForm;
  /** Notary, consul, court or registry. */
  @Narrative('authority', false) authority: ProtectedText;
  @Narrative('number', false) number: ProtectedText;
  @DayColumn('given_on', false) givenOn: string;
  @DayColumn('expires_on') expiresOn: string | null;
  /** Null: anywhere. */
  @CountryColumn('destination', true) destination: string | null;
  @Narrative('companion') companion: ProtectedText | null;
  @DayColumn('travel_from') travelFrom: string | null;
  @DayColumn('travel_to') travelTo: string | null;
  @DocumentId() documentId: string | null;
  @InstantColumn('ended_at', true) endedAt: Temporal.Instant | null;
  @Narrative('end_reason') endReason: ProtectedText | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** What followed when the child came of age. */
@Entity('comings_of_age')
export class ComingOfAge {
  @PrimaryColumn('uuid', key('comings_of_age')) id: string;
  @CaseId() caseId: string;
  @Column('text') course: OfAgeCourse;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Narrative('note') note: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}
