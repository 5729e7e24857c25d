import type { Temporal } from '@js-temporal/polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProtectedText } from '../../../platform/crypto/protected-text';
import type { FacilityKind, Harshness } from '../domain/facility';
import type { NoticeChannel, Wish, WishSubject } from '../domain/notice';
import type { OffenceGroup } from '../domain/offence';
import type { Stage } from '../domain/stage';
import {
  CaseId,
  InstantColumn,
  Narrative,
  PlainText,
  RecordedAt,
} from '../../../platform/database/columns';

/** A place of detention, known to every post. `confirmed` once someone edited it in the directory. */
@Entity('facilities')
export class Facility {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text', { default: 'other' }) kind: FacilityKind;
  @Column('char', { length: 2 }) country: string;
  @Column('text', { nullable: true }) subdivision: string | null;
  @Column('text', { default: '' }) city: string;
  @Column('text', { default: 'standard' }) harshness: Harshness;
  @Narrative('address') address: ProtectedText | null;
  @Column('text', { name: 'visiting_hours', nullable: true }) visitingHours: string | null;
  /** See `placeKey`. */
  @Column('text', { name: 'place_key' }) placeKey: string;
  @Column('boolean', { default: false }) confirmed: boolean;
  @Column('integer', { default: 1 }) version: number;
  @RecordedAt() recordedAt: Date;
}

/** What a detention adds to its case: the instants of the notice, the accusation, the sentence. */
@Entity('detentions')
export class Detention {
  @PrimaryColumn('uuid', { name: 'case_id' }) caseId: string;
  @InstantColumn('detained_at', true) detainedAt: Temporal.Instant | null;
  @InstantColumn('informed_of_rights_at', true) informedOfRightsAt: Temporal.Instant | null;
  @InstantColumn('post_notified_at') postNotifiedAt: Temporal.Instant;
  @Column('text', { name: 'notice_channel' }) noticeChannel: NoticeChannel;
  @PlainText('notice_authority', true) noticeAuthority: string | null;
  @Column('text', { name: 'offence_group', nullable: true }) offenceGroup: OffenceGroup | null;
  @Narrative('charges') charges: ProtectedText | null;
  @Narrative('place_of_arrest') placeOfArrest: ProtectedText | null;
  @Narrative('aliases') aliases: ProtectedText | null;
  @Narrative('family_in_country') familyInCountry: ProtectedText | null;
  @Column('date', { name: 'sentenced_on', nullable: true }) sentencedOn: string | null;
  /** ISO 8601 durations, e.g. `P2Y6M`. */
  @Column('text', { name: 'sentence_minimum', nullable: true }) sentenceMinimum: string | null;
  @Column('text', { name: 'sentence_maximum', nullable: true }) sentenceMaximum: string | null;
  @Column('boolean', { name: 'sentence_for_life', default: false }) sentenceForLife: boolean;
  @Column('date', { name: 'sentence_ends_on', nullable: true }) sentenceEndsOn: string | null;
  @PlainText('sentence_court', true) sentenceCourt: string | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedAt() recordedAt: Date;
}

/** One step of the legal history; a mistake is replaced by a later row, never edited. */
@Entity('detention_stages')
export class DetentionStage {
  @PrimaryColumn('uuid') id: string;
  @CaseId() caseId: string;
  @Column('text') stage: Stage;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Column('uuid', { nullable: true }) replaces: string | null;
  @Narrative('note') note: ProtectedText | null;
  @RecordedAt() recordedAt: Date;
}

/** Where the person is held from `since` until the next stay begins. */
@Entity('facility_stays')
export class FacilityStay {
  @PrimaryColumn('uuid') id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'facility_id' }) facilityId: string;
  @InstantColumn('since') since: Temporal.Instant;
  @Narrative('reason') reason: ProtectedText | null;
  @RecordedAt() recordedAt: Date;
}

/** What the person wanted, at each time they were asked. */
@Entity('detention_wishes')
export class DetentionWish {
  @PrimaryColumn('uuid') id: string;
  @CaseId() caseId: string;
  @Column('text') subject: WishSubject;
  @Column('text') wish: Wish;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Narrative('note') note: ProtectedText | null;
  @RecordedAt() recordedAt: Date;
}
