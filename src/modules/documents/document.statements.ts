import type { StoredText } from '../../platform/crypto/protected-text';
import { statement } from '../../platform/database/statement';
import type { ScanState } from './domain/scan-state';

/** One row per document, the newest first, with its versions. */
const DOCUMENTS = `
  SELECT d.id, d.case_id AS "caseId", d.person_id AS "personId", d.kind, d.tier, d.origin, d.title,
         d.version, d.recorded_at AS "recordedAt", d.withdrawn_at AS "withdrawnAt",
         d.withdrawn_reason AS "withdrawnReason",
         (SELECT json_agg(json_build_object(
             'id', v.id, 'number', v.number, 'fileName', v.file_name, 'mime', v.mime, 'size', v.size,
             'sha256', v.sha256, 'scan', v.scan, 'scannedAt', v.scanned_at, 'signature', v.signature,
             'uploadedBy', s.display_name, 'recordedAt', v.recorded_at) ORDER BY v.number DESC)
            FROM document_versions v LEFT JOIN staff_names s ON s.id = v.uploaded_by
           WHERE v.document_id = d.id) AS versions
    FROM documents d`;

export const OF_CASE = statement(
  'documents.of-case',
  `${DOCUMENTS} WHERE d.case_id = $1 ORDER BY d.recorded_at DESC, d.id DESC LIMIT 500`,
);
export const OF_PERSON = statement(
  'documents.of-person',
  `${DOCUMENTS} WHERE d.person_id = $1 ORDER BY d.recorded_at DESC, d.id DESC LIMIT 500`,
);
export const ONE = statement('documents.one', `${DOCUMENTS} WHERE d.id = $1`);

export const CASE_EXISTS = statement(
  'documents.case-exists',
  'SELECT post_id AS "postId", status FROM cases WHERE id = $1',
);
export const PERSON_EXISTS = statement(
  'documents.person-exists',
  'SELECT registered_post_id AS "postId" FROM persons WHERE id = $1',
);

const VERSIONS = `
  SELECT v.id, v.document_id AS "documentId", v.number, v.file_id AS "fileId", v.file_key AS "fileKey",
         v.file_name AS "fileName", v.mime, v.size, v.sha256, v.scan, d.case_id AS "caseId", d.tier, d.title
    FROM document_versions v JOIN documents d ON d.id = v.document_id`;

export const VERSION = statement('documents.version', `${VERSIONS} WHERE v.id = $1`);
export const NEWEST_VERSIONS = statement(
  'documents.newest-versions',
  `${VERSIONS} WHERE d.id = ANY ($1::uuid[])
      AND v.number = (SELECT max(o.number) FROM document_versions o WHERE o.document_id = d.id) ORDER BY d.id`,
);

export interface VersionRow {
  id: string;
  documentId: string;
  number: number;
  fileId: string;
  fileKey: StoredText | null;
  fileName: StoredText;
  mime: string;
  size: number;
  sha256: string;
  scan: ScanState;
  caseId: string | null;
  tier: string;
  title: StoredText;
}
