import type { Temporal } from '@js-temporal/polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProtectedText } from '../../../platform/crypto/protected-text';
import type { ContactKind, ContactOutcome, ContactParty } from '../domain/contact';
import type { FamilyChannel, MessageDirection, MessageParty } from '../domain/correspondence';
import type { CheckFinding, Need, VisitCheck } from '../domain/visit-checks';
import {
  CaseId,
  InstantColumn,
  Narrative,
  PlainText,
  RecordedAt,
} from '../../../platform/database/columns';

/** A visit or another contact. Health findings are kept apart, in a restricted part of the file. */
@Entity('detention_contacts')
export class DetentionContact {
  @PrimaryColumn('uuid') id: string;
  @CaseId() caseId: string;
  @Column('text') kind: ContactKind;
  @Column('text', { name: 'with_whom' }) withWhom: ContactParty;
  @Column('text') outcome: ContactOutcome;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Column('uuid', { name: 'facility_id', nullable: true }) facilityId: string | null;
  @Column('text', { name: 'act_number', nullable: true }) actNumber: string | null;
  @Column('jsonb', { default: {} }) findings: Partial<Record<VisitCheck, CheckFinding>>;
  @Column('text', { array: true, default: [] }) needs: Need[];
  /** Notes of checks and needs, messages carried, next steps: one JSON text. */
  @Narrative('report') report: ProtectedText | null;
  @Narrative('evidence') evidence: ProtectedText | null;
  @Column('text', { name: 'denied_by', nullable: true }) deniedBy: string | null;
  @Narrative('denial_reason') denialReason: ProtectedText | null;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** The state of health seen at a contact: restricted. */
@Entity('contact_health_findings')
export class ContactHealthFinding {
  @PrimaryColumn('uuid', { name: 'contact_id' }) contactId: string;
  @CaseId() caseId: string;
  @Column('text') finding: CheckFinding;
  @Narrative('note') note: ProtectedText | null;
  @RecordedAt() recordedAt: Date;
}

/** A note to the authority: what it protests or asks, its reply, or why none is expected. */
@Entity('notes_verbales')
export class NoteVerbale {
  @PrimaryColumn('uuid') id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'contact_id', nullable: true }) contactId: string | null;
  @Column('uuid', { name: 'follows_id', nullable: true }) followsId: string | null;
  @Column('text', { name: 'act_number', nullable: true }) actNumber: string | null;
  @PlainText('authority') authority: string;
  @Narrative('subject', false) subject: ProtectedText;
  @InstantColumn('sent_at') sentAt: Temporal.Instant;
  @InstantColumn('replied_at', true) repliedAt: Temporal.Instant | null;
  @Narrative('reply') reply: ProtectedText | null;
  @Column('text', { name: 'reply_kind', nullable: true }) replyKind: string | null;
  @InstantColumn('explained_at', true) explainedAt: Temporal.Instant | null;
  @Narrative('explanation') explanation: ProtectedText | null;
  @RecordedAt() recordedAt: Date;
}

/** Correspondence carried to or from the person outside a visit. */
@Entity('detention_messages')
export class DetentionMessage {
  @PrimaryColumn('uuid') id: string;
  @CaseId() caseId: string;
  @Column('text') direction: MessageDirection;
  @Column('text') party: MessageParty;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Narrative('summary', false) summary: ProtectedText;
  @RecordedAt() recordedAt: Date;
}

/** That the family was told; exists only after the person's recorded wish. */
@Entity('family_notifications')
export class FamilyNotification {
  @PrimaryColumn('uuid') id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'person_id', nullable: true }) personId: string | null;
  @Narrative('recipient') recipient: ProtectedText | null;
  @Column('text') channel: FamilyChannel;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Narrative('note') note: ProtectedText | null;
  @RecordedAt() recordedAt: Date;
}
