import { statement } from '../../platform/database/statement';

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
