import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import type { ItemKind } from '../domain/departure';

/** Everything that account $1 holds, as far as the actor of the transaction sees it. */
const HELD = `
  SELECT 'assigned' AS kind, c.id AS subject_id, c.id AS file_id FROM cases c
   WHERE c.assignee_id = $1 AND c.closed_at IS NULL
  UNION ALL
  SELECT m.kind, m.id, m.case_id FROM case_members m JOIN cases c ON c.id = m.case_id
   WHERE m.account_id = $1 AND (m.until IS NULL OR m.until > now()) AND c.closed_at IS NULL AND m.kind <> 'assigned'
  UNION ALL
  SELECT 'transfer', t.id, t.case_id FROM case_transfers t
   WHERE t.receiver_id = $1 AND t.state = 'pending'
  UNION ALL
  SELECT 'request', r.id, r.case_id FROM service_requests r JOIN cases c ON c.id = r.case_id
   WHERE r.owner_id = $1 AND r.state = 'open' AND c.closed_at IS NULL
  UNION ALL
  SELECT 'hand_over', h.id, h.case_id FROM hand_over_notes h JOIN cases c ON c.id = h.case_id
   WHERE h.receiver_id = $1 AND h.read_at IS NULL AND c.closed_at IS NULL
  UNION ALL
  SELECT 'subrogation', s.id, NULL FROM subrogations s
   WHERE s.acting_account_id = $1 AND s.valid_until > now()`;

const PREVIEW = statement(
  'departure.preview',
  `SELECT h.kind, h.subject_id AS "subjectId", h.file_id AS "caseId", c.reference, c.tier,
          coalesce(p.code, sp.code) AS "postCode", c.next_due_at AS "nextDueAt"
     FROM (${HELD}) h LEFT JOIN cases c ON c.id = h.file_id LEFT JOIN posts p ON p.id = c.post_id
     LEFT JOIN subrogations s ON s.id = h.subject_id LEFT JOIN posts sp ON sp.id = s.post_id
    ORDER BY h.kind, c.next_due_at NULLS LAST, h.subject_id LIMIT 2000`,
);
/** What is held and not listed yet; what was moved and came back is listed again. */
const LIST = statement(
  'departure.list',
  `INSERT INTO departure_items AS i (id, departure_id, kind, subject_id, file_id, receiver_id)
   SELECT uuidv7(), $2, h.kind, h.subject_id, h.file_id, $3 FROM (${HELD}) h
   ON CONFLICT (departure_id, kind, subject_id) DO UPDATE SET state = 'waiting', ended_at = NULL
     WHERE i.state IN ('moved', 'void')
   RETURNING i.id`,
);

export interface Holding {
  kind: ItemKind;
  subjectId: string;
  caseId: string | null;
  reference: string | null;
  tier: string | null;
  postCode: string | null;
  nextDueAt: Date | null;
}

/** What an officer holds, within the ambient transaction. */
@Injectable()
export class Holdings {
  constructor(private readonly database: Database) {}

  /** In the actor's scope, at most 2000. */
  of(accountId: string): Promise<Holding[]> {
    return this.database.query<Holding>(PREVIEW, [accountId]);
  }

  /** Puts whatever is held, and not listed yet, on the list of a departure; returns how much. */
  async list(accountId: string, departureId: string, receiverId: string): Promise<number> {
    const values = [accountId, departureId, receiverId];
    return (await this.database.query(LIST, values)).length;
  }
}
