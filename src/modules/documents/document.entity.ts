import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../../platform/crypto/protected-text';
import type { DocumentPolicyContent } from './domain/document-policy';
import type {
  DocumentKind,
  DocumentOrigin,
  DocumentTier,
  WithdrawalReason,
} from './domain/document-vocabulary';
import type { ScanState } from './domain/scan-state';

/** A document of one case or of one person. Its content is in its versions. */
@Entity('documents')
export class Document {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id', nullable: true }) caseId: string | null;
  @Column('uuid', { name: 'person_id', nullable: true }) personId: string | null;
  @Column('text') kind: DocumentKind;
  @Column('text') tier: DocumentTier;
  @Column('text') origin: DocumentOrigin;
  @Column('jsonb', { transformer: protectedText }) title: ProtectedText;
  @Column('integer', { default: 1 }) version: number;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  @Column('uuid', { name: 'withdrawn_by', nullable: true }) withdrawnBy: string | null;
  @Column('text', { name: 'withdrawn_reason', nullable: true })
  withdrawnReason: WithdrawalReason | null;
}

/** One content of a document. A newer version supersedes it; it stays. */
@Entity('document_versions')
export class DocumentVersion {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'document_id' }) documentId: string;
  @Column('integer') number: number;
  /** Name of the sealed file in the store. */
  @Column('uuid', { name: 'file_id' }) fileId: string;
  @Column('jsonb', { name: 'file_name', transformer: protectedText }) fileName: ProtectedText;
  /** What the content is, by the content itself. */
  @Column('text') mime: string;
  /** Bytes of content. */
  @Column('integer') size: number;
  /** Of the content, hexadecimal. */
  @Column('text') sha256: string;
  @Column('text', { name: 'key_reference' }) keyReference: string;
  /** Key of this one file, for a file of a sealed case. */
  @Column('jsonb', { name: 'file_key', nullable: true, transformer: protectedText })
  fileKey: ProtectedText | null;
  @Column('text') scan: ScanState;
  @Column('timestamptz', { name: 'scanned_at', nullable: true }) scannedAt: Date | null;
  @Column('text', { name: 'scan_engine', nullable: true }) scanEngine: string | null;
  /** What the scanner calls what it found. */
  @Column('text', { nullable: true }) signature: string | null;
  @Column('uuid', { name: 'uploaded_by', nullable: true }) uploadedBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

/** Limits of documents and what happens to unscanned ones, as headquarters sets them. */
@Entity('document_policies')
export class DocumentPolicy {
  @PrimaryColumn('integer') version: number;
  @Column('timestamptz', { name: 'effective_from' }) effectiveFrom: Date;
  @Column('jsonb') content: DocumentPolicyContent;
  @Column('text') reason: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

export const documentsEntities = [Document, DocumentVersion, DocumentPolicy];
