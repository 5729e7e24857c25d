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
import type { AnswerBasis, Tellable, Will } from '../domain/may-tell';
import type { SearchResult } from '../domain/missing-person';
import type { AnswerChannel } from '../domain/answer-channel';

const key = (table: string) => ({ primaryKeyConstraintName: `${table}_pk` });

/** What the search found; the newest holds. Every row of this file is a restricted part of its case. */
@Entity('search_results')
export class SearchResultRow {
  @PrimaryColumn('uuid', key('search_results')) id: string;
  @CaseId() caseId: string;
  @Column('text') result: SearchResult;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Narrative('place') place: ProtectedText | null;
  @Narrative('detail') detail: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** What the located person wants told, and to whom; the newest holds. */
@Entity('located_wills')
export class LocatedWill {
  @PrimaryColumn('uuid', key('located_wills')) id: string;
  @CaseId() caseId: string;
  @Column('text') will: Will;
  @Column('uuid', { name: 'recipient_person_id', nullable: true }) recipientPersonId: string | null;
  @Column('text', { array: true }) allows: Tellable[];
  /** In the person's own words, to be passed on. */
  @Narrative('message') message: ProtectedText | null;
  @Narrative('note') note: ProtectedText | null;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** A court orders what is to be told. */
@Entity('disclosure_orders')
export class DisclosureOrder {
  @PrimaryColumn('uuid', key('disclosure_orders')) id: string;
  @CaseId() caseId: string;
  @Narrative('authority', false) authority: ProtectedText;
  @Narrative('number', false) number: ProtectedText;
  @DayColumn('ordered_on', false) orderedOn: string;
  @Column('text', { array: true }) orders: Tellable[];
  @Narrative('detail') detail: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** What the requester was told, and by what right. */
@Entity('requester_answers')
export class RequesterAnswer {
  @PrimaryColumn('uuid', key('requester_answers')) id: string;
  @CaseId() caseId: string;
  @Column('text') basis: AnswerBasis;
  @Column('text', { array: true }) categories: Tellable[];
  @Narrative('told', false) told: ProtectedText;
  @Column('text') channel: AnswerChannel;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}
