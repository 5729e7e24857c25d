import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../../platform/crypto/protected-text';
import type { Answer } from './domain/answers';
import type { AndeanState } from './domain/andean';
import type { CatalogueContent } from './domain/content';

const RecordedAt = (): PropertyDecorator =>
  Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false });
const RecordedBy = (): PropertyDecorator => Column('uuid', { name: 'recorded_by', nullable: true });

/** A version of families, types, fields, checklists and duties. Never edited: a change is a new one. */
@Entity('catalogue_versions')
export class CatalogueVersion {
  @PrimaryColumn('integer') version: number;
  @Column('timestamptz', { name: 'effective_from' }) effectiveFrom: Date;
  @Column('jsonb') content: CatalogueContent;
  @Column('text') reason: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** An answer to a field of the catalogue; the newest of its field holds, null takes it away. */
@Entity('case_answers')
export class CaseAnswer {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') field: string;
  /** Codes, numbers and dates as they are; texts as protected text. */
  @Column('jsonb', { nullable: true }) value: Exclude<Answer, string> | string | object | null;
  @Column('text') tier: 'standard' | 'restricted';
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** An officer's word that a step of the checklist is done, or is not after all; the last one holds. */
@Entity('checklist_marks')
export class ChecklistMark {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') item: string;
  @Column('boolean') done: boolean;
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt: Date;
  @Column('jsonb', { nullable: true, transformer: protectedText }) note: ProtectedText | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** That a case is assisted for another Andean State (Decision 548); the newest row holds. */
@Entity('andean_assistances')
export class AndeanAssistance {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('char', { length: 2, name: 'requesting_state' }) requestingState: AndeanState;
  @Column('boolean', { name: 'no_representation' }) noRepresentation: boolean;
  @Column('boolean', { name: 'travel_document' }) travelDocument: boolean;
  @Column('text', { name: 'authorisation_reference', nullable: true })
  authorisationReference: string | null;
  /** How the officer knows that the State has no representation there. */
  @Column('jsonb', { nullable: true, transformer: protectedText }) basis: ProtectedText | null;
  @Column('boolean', { default: false }) withdrawn: boolean;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

export const catalogueEntities = [CatalogueVersion, CaseAnswer, ChecklistMark, AndeanAssistance];
