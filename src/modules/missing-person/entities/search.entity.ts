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
import type { InquiryKind, InterestDecision, RequesterRelation } from '../domain/missing-person';
import type { MissingPolicyContent } from '../domain/policy';

const key = (table: string) => ({ primaryKeyConstraintName: `${table}_pk` });

/** Who is sought by whom, and why. */
@Entity('missing_persons')
export class MissingPerson {
  @PrimaryColumn('uuid', { name: 'case_id', ...key('missing_persons') }) caseId: string;
  @Column('uuid', { name: 'requester_person_id' }) requesterPersonId: string;
  @Column('text') relation: RequesterRelation;
  @Narrative('requester_contact') requesterContact: ProtectedText | null;
  @DayColumn('last_seen_on') lastSeenOn: string | null;
  @Narrative('last_known') lastKnown: ProtectedText | null;
  /** Why something is feared. */
  @Narrative('fear', false) fear: ProtectedText;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** What headquarters found of the requester's interest; the newest holds. */
@Entity('interest_decisions')
export class InterestDecisionRow {
  @PrimaryColumn('uuid', key('interest_decisions')) id: string;
  @CaseId() caseId: string;
  @Column('text') decision: InterestDecision;
  @Narrative('reason', false) reason: ProtectedText;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** A letter to an authority; a second letter follows the first. */
@Entity('search_inquiries')
export class SearchInquiry {
  @PrimaryColumn('uuid', key('search_inquiries')) id: string;
  @CaseId() caseId: string;
  @Column('text') kind: InquiryKind;
  @Narrative('authority', false) authority: ProtectedText;
  @Narrative('note') note: ProtectedText | null;
  @InstantColumn('sent_at') sentAt: Temporal.Instant;
  @InstantColumn('answered_at', true) answeredAt: Temporal.Instant | null;
  @Column('uuid', { name: 'follows_id', nullable: true }) followsId: string | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** What the authority answered: a restricted part. */
@Entity('search_answers')
export class SearchAnswer {
  @PrimaryColumn('uuid', key('search_answers')) id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'inquiry_id' }) inquiryId: string;
  @Narrative('answer', false) answer: ProtectedText;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Somebody says that they saw the person: a restricted part. */
@Entity('sightings')
export class Sighting {
  @PrimaryColumn('uuid', key('sightings')) id: string;
  @CaseId() caseId: string;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Narrative('place', false) place: ProtectedText;
  @Narrative('account', false) account: ProtectedText;
  @Narrative('source') source: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** What is said when nothing may be told, by version. */
@Entity('missing_person_policies')
export class MissingPersonPolicy {
  @PrimaryColumn('integer', key('missing_person_policies')) version: number;
  @Column('timestamptz', { name: 'effective_from' }) effectiveFrom: Date;
  @Column('jsonb') content: MissingPolicyContent;
  @Column('text') reason: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @RecordedAt() recordedAt: Date;
}
