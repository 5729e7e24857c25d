import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../../platform/crypto/protected-text';
import { sealableContent } from '../../platform/crypto/sealed-string';
import type { PaperKind } from './domain/paper-kinds';
import type { PaperState } from './domain/paper-states';
import type { TemplateContent } from './domain/template-content';

/**
 * A paper from its draft to its end. Issued, it keeps the template's version, the data it was made
 * from (`madeFrom`, a JSON text) and the hash of the file; the database refuses to change them.
 */
@Entity('papers')
export class Paper {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'papers_pk' }) id: string;
  /** Null for a list of a post. */
  @Column('uuid', { name: 'case_id', nullable: true }) caseId: string | null;
  /** The post that issues it, whose series numbers it. */
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('text') kind: PaperKind;
  @Column('integer', { name: 'template_version' }) templateVersion: number;
  /** `restricted` when it takes in restricted parts of the case. */
  @Column('text') tier: 'standard' | 'restricted';
  @Column('text') state: PaperState;
  @Column('text', { nullable: true }) number: string | null;
  /** Civil dates of the period that a list of a post covers. */
  @Column('date', { name: 'period_from', nullable: true }) periodFrom: string | null;
  @Column('date', { name: 'period_to', nullable: true }) periodTo: string | null;
  /** JSON of what the officer completed, by code of field. */
  @Column('jsonb', { name: 'field_values', transformer: protectedText }) fieldValues: ProtectedText;
  @Column('jsonb', { name: 'made_from', nullable: true, transformer: protectedText })
  madeFrom: ProtectedText | null;
  /** SHA-256 of the verification code in its normal spelling. */
  @Column('bytea', { name: 'code_hash', nullable: true }) codeHash: Buffer | null;
  /** SHA-256 of the file. */
  @Column('bytea', { name: 'pdf_hash', nullable: true }) pdfHash: Buffer | null;
  @Column('timestamptz', { name: 'issued_at', nullable: true }) issuedAt: Date | null;
  /** The post's civil date at that instant. */
  @Column('date', { name: 'issued_on', nullable: true }) issuedOn: string | null;
  @Column('uuid', { name: 'issued_by', nullable: true }) issuedBy: string | null;
  @Column('timestamptz', { name: 'annulled_at', nullable: true }) annulledAt: Date | null;
  @Column('date', { name: 'annulled_on', nullable: true }) annulledOn: string | null;
  @Column('uuid', { name: 'annulled_by', nullable: true }) annulledBy: string | null;
  @Column('jsonb', { name: 'annul_reason', nullable: true, transformer: protectedText })
  annulReason: ProtectedText | null;
  /** The private person of the case to whom it is addressed. */
  @Column('uuid', { name: 'addressee_id', nullable: true }) addresseeId: string | null;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('integer', { default: 1 }) version: number;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

/** The very bytes that were issued. */
@Entity('paper_files')
export class PaperFile {
  @PrimaryColumn('uuid', { name: 'paper_id', primaryKeyConstraintName: 'paper_files_pk' })
  paperId: string;
  @Column('bytea', { transformer: sealableContent }) content: Buffer;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

/** A version of the words of one kind of paper. Never edited: a change is a new version. */
@Entity('paper_templates')
export class PaperTemplate {
  @PrimaryColumn('text') kind: PaperKind;
  @PrimaryColumn('integer') version: number;
  @Column('jsonb') content: TemplateContent;
  @Column('text') reason: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

/** Entities of the module, for the composition root. */
export const papersEntities = [Paper, PaperFile, PaperTemplate] as const;
