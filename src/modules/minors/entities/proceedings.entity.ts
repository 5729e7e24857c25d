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
  AbductionDecision,
  AbductionKind,
  AbductionRoute,
  AbductionStep,
  HagueStates,
} from '../domain/abduction';
import type { CareHearingOutcome, CareOutcome, CareStep, Placement } from '../domain/state-care';
import { CountryColumn, key } from './columns';

/** An authority took the child into its care, until an outcome. */
@Entity('state_care_orders')
export class StateCareOrder {
  @PrimaryColumn('uuid', key('state_care_orders')) id: string;
  @CaseId() caseId: string;
  @Narrative('authority', false) authority: ProtectedText;
  @Narrative('number') number: ProtectedText | null;
  @DayColumn('since', false) since: string;
  @Column('text') placement: Placement;
  @Narrative('placement_note') placementNote: ProtectedText | null;
  @InstantColumn('ended_at', true) endedAt: Temporal.Instant | null;
  @Column('text', { nullable: true }) outcome: CareOutcome | null;
  @Narrative('outcome_note') outcomeNote: ProtectedText | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

@Entity('state_care_hearings')
export class StateCareHearing {
  @PrimaryColumn('uuid', key('state_care_hearings')) id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'care_id' }) careId: string;
  @InstantColumn('held_at') at: Temporal.Instant;
  @Narrative('court', false) court: ProtectedText;
  /** When what became of it was written down. */
  @InstantColumn('noted_at', true) notedAt: Temporal.Instant | null;
  @Column('text', { nullable: true }) outcome: CareHearingOutcome | null;
  @Narrative('note') note: ProtectedText | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** What passes between the post and the authority. */
@Entity('state_care_steps')
export class StateCareStep {
  @PrimaryColumn('uuid', key('state_care_steps')) id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'care_id' }) careId: string;
  @Column('text') step: CareStep;
  @DayColumn('taken_on', false) takenOn: string;
  @Narrative('authority', false) authority: ProtectedText;
  @Narrative('note') note: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** States that the convention of 1980 binds, by version. */
@Entity('hague_states')
export class HagueStatesVersion {
  @PrimaryColumn('integer', key('hague_states')) version: number;
  @Column('timestamptz', { name: 'effective_from' }) effectiveFrom: Date;
  @Column('jsonb') content: HagueStates;
  @Column('text') reason: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** The child was taken to another State or not given back; a mistake is replaced by a later row. */
@Entity('child_abductions')
export class ChildAbduction {
  @PrimaryColumn('uuid', key('child_abductions')) id: string;
  @CaseId() caseId: string;
  @Column('text') kind: AbductionKind;
  @DayColumn('taken_on', false) takenOn: string;
  @CountryColumn('from_country') fromCountry: string;
  @CountryColumn('to_country') toCountry: string;
  /** As the States stood in `statesVersion`. */
  @Column('text') route: AbductionRoute;
  @Column('integer', { name: 'states_version' }) statesVersion: number;
  @Narrative('peruvian_authority', false) peruvianAuthority: ProtectedText;
  @Narrative('foreign_authority') foreignAuthority: ProtectedText | null;
  /** When the post was told. */
  @InstantColumn('told_at') toldAt: Temporal.Instant;
  @Narrative('note') note: ProtectedText | null;
  @Column('uuid', { nullable: true }) replaces: string | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

@Entity('abduction_steps')
export class AbductionStepRow {
  @PrimaryColumn('uuid', key('abduction_steps')) id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'abduction_id' }) abductionId: string;
  @Column('text') step: AbductionStep;
  @DayColumn('taken_on', false) takenOn: string;
  @Column('text', { nullable: true }) decision: AbductionDecision | null;
  @Narrative('authority') authority: ProtectedText | null;
  @Narrative('note') note: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}
