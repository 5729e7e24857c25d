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

const key = (table: string) => ({ primaryKeyConstraintName: `${table}_pk` });

/** The entry in the civil register; ex officio when there is no declarant (RC 96). */
@Entity('death_registrations')
export class DeathRegistration {
  @PrimaryColumn('uuid', key('death_registrations')) id: string;
  @CaseId() caseId: string;
  @Column('boolean', { name: 'ex_officio' }) exOfficio: boolean;
  @Narrative('authority', false) authority: ProtectedText;
  @Narrative('entry_number', false) entryNumber: ProtectedText;
  @DayColumn('registered_on', false) registeredOn: string;
  @Narrative('declarant') declarant: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** The authority that investigates, until it concludes. */
@Entity('death_inquiries')
export class DeathInquiry {
  @PrimaryColumn('uuid', key('death_inquiries')) id: string;
  @CaseId() caseId: string;
  @Narrative('authority', false) authority: ProtectedText;
  @Narrative('file_number') fileNumber: ProtectedText | null;
  @InstantColumn('opened_at') openedAt: Temporal.Instant;
  @InstantColumn('concluded_at', true) concludedAt: Temporal.Instant | null;
  @Narrative('conclusion') conclusion: ProtectedText | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

@Entity('death_inquiry_contacts')
export class DeathInquiryContact {
  @PrimaryColumn('uuid', key('death_inquiry_contacts')) id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'inquiry_id' }) inquiryId: string;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Narrative('note', false) note: ProtectedText;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

@Entity('necropsies')
export class Necropsy {
  @PrimaryColumn('uuid', key('necropsies')) id: string;
  @CaseId() caseId: string;
  @Narrative('authority', false) authority: ProtectedText;
  @DayColumn('done_on', false) doneOn: string;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** What the necropsy found: read back only by readers of restricted parts. */
@Entity('necropsy_results')
export class NecropsyResult {
  @PrimaryColumn('uuid', key('necropsy_results')) id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'necropsy_id' }) necropsyId: string;
  @Narrative('result', false) result: ProtectedText;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Something that the person left, kept until it is handed over against a receipt. */
@Entity('estate_effects')
export class EstateEffect {
  @PrimaryColumn('uuid', key('estate_effects')) id: string;
  @CaseId() caseId: string;
  @Narrative('description', false) description: ProtectedText;
  @Narrative('kept_at', false) keptAt: ProtectedText;
  @InstantColumn('taken_at') takenAt: Temporal.Instant;
  @InstantColumn('handed_over_at', true) handedOverAt: Temporal.Instant | null;
  @Narrative('handed_to') handedTo: ProtectedText | null;
  @Narrative('receipt') receipt: ProtectedText | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}
