import { ApiProperty } from '@nestjs/swagger';
import {
  DOCUMENT_KINDS,
  DOCUMENT_ORIGINS,
  DOCUMENT_TIERS,
  WITHDRAWAL_REASONS,
  type DocumentKind,
  type DocumentOrigin,
  type DocumentTier,
  type WithdrawalReason,
} from '../../domain/document-vocabulary';
import { FILE_TYPE_NAMES, type FileType } from '../../domain/file-types';
import { SCAN_STATES, type ScanState, type Withheld } from '../../domain/scan-state';

const PREVIEWS = ['pdf', 'image'] as const;
const WITHHELD = ['DOCUMENT_IN_QUARANTINE', 'DOCUMENT_INFECTED', 'DOCUMENT_NOT_SCANNED'] as const;

export class AddedDocumentResponse {
  id: string;
  versionId: string;
  /** Of the version, from 1. */
  number: number;
}

export class DocumentVersionResponse {
  id: string;
  number: number;
  fileName: string;
  /** What the content is. */
  mime: string;
  /** Bytes. */
  size: number;
  /** Of the content, hexadecimal. */
  sha256: string;
  @ApiProperty({ enum: SCAN_STATES }) scan: ScanState;
  scannedAt: string | null;
  /** What the scanner calls what it found. */
  signature: string | null;
  uploadedBy: string | null;
  recordedAt: string;
  /** How a page may show it; null: download only. */
  @ApiProperty({ enum: PREVIEWS, nullable: true }) preview: (typeof PREVIEWS)[number] | null;
  /** Why it cannot be opened now; null: it can. */
  @ApiProperty({ enum: WITHHELD, nullable: true }) withheld: Withheld | null;
}

export class DocumentResponse {
  id: string;
  caseId: string | null;
  personId: string | null;
  @ApiProperty({ enum: DOCUMENT_KINDS }) kind: DocumentKind;
  @ApiProperty({ enum: DOCUMENT_TIERS }) tier: DocumentTier;
  @ApiProperty({ enum: DOCUMENT_ORIGINS }) origin: DocumentOrigin;
  title: string;
  /** For `If-Match`. */
  version: number;
  recordedAt: string;
  withdrawnAt: string | null;
  @ApiProperty({ enum: WITHDRAWAL_REASONS, nullable: true })
  withdrawnReason: WithdrawalReason | null;
  /** The newest first; the first is the one that counts. */
  @ApiProperty({ type: [DocumentVersionResponse] }) versions: DocumentVersionResponse[];
}

export class DocumentListResponse {
  @ApiProperty({ type: [DocumentResponse] }) items: DocumentResponse[];
  /** Whether the reader may add documents here. */
  canAdd: boolean;
  /** Whether the reader may correct or withdraw them. */
  canEdit: boolean;
}

export class DocumentLinkResponse {
  /** Path on this origin; works for this session alone. */
  url: string;
  expiresAt: string;
}

export class ArchiveLimitsResponse {
  maxEntries: number;
  maxInflatedBytes: number;
  maxRatio: number;
}

export class DocumentPolicyContentResponse {
  /** Largest file, in bytes. */
  maxBytes: number;
  @ApiProperty({ enum: FILE_TYPE_NAMES, isArray: true }) types: FileType[];
  @ApiProperty({ type: ArchiveLimitsResponse }) archive: ArchiveLimitsResponse;
  maxPixels: number;
  unscannedDownload: boolean;
  linkMinutes: number;
}

export class DocumentPolicyResponse extends DocumentPolicyContentResponse {
  version: number;
}

export class DocumentPolicyVersionResponse {
  version: number;
  effectiveFrom: string;
  @ApiProperty({ type: DocumentPolicyContentResponse }) content: DocumentPolicyContentResponse;
  reason: string;
  author: string | null;
  recordedAt: string;
}

export class DocumentPoliciesResponse {
  @ApiProperty({ type: [DocumentPolicyVersionResponse] }) items: DocumentPolicyVersionResponse[];
}

export class DocumentPolicyCreatedResponse {
  version: number;
}
