import type { Temporal } from '@js-temporal/polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, RecordedAt, RecordedBy } from '../../../platform/database/columns';
import type { Need, NeedState, PersonState, Source } from '../domain/vocabulary';

const key = (table: string) => ({ primaryKeyConstraintName: `${table}_pk` });

/** How somebody was at an instant; only added to. */
@Entity('incident_events')
export class IncidentEvent {
  @PrimaryColumn('uuid', key('incident_events')) id: string;
  @Column('uuid', { name: 'incident_id' }) incidentId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') state: PersonState;
  @Column('text') source: Source | 'confirmation';
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Who named a person, and how. */
@Entity('incident_mentions')
export class IncidentMention {
  @PrimaryColumn('uuid', key('incident_mentions')) id: string;
  @Column('uuid', { name: 'incident_id' }) incidentId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') source: Source;
  @Column('uuid', { name: 'list_id', nullable: true }) listId: string | null;
  /** Line of the file, the header being 1. */
  @Column('integer', { nullable: true }) line: number | null;
  @Column('text', { name: 'as_given' }) asGiven: string;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

@Entity('incident_needs')
export class IncidentNeed {
  @PrimaryColumn('uuid', { name: 'person_id', ...key('incident_needs') }) personId: string;
  @PrimaryColumn('text', key('incident_needs')) need: Need;
  @Column('uuid', { name: 'incident_id' }) incidentId: string;
  @Column('text') state: NeedState;
  @InstantColumn('opened_at') openedAt: Temporal.Instant;
  @InstantColumn('met_at', true) metAt: Temporal.Instant | null;
  @Column('uuid', { name: 'met_by', nullable: true }) metBy: string | null;
}
