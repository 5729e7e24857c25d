import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { revealed } from '../../cases';
import type { RequestDirection, RequestKind } from '../domain/service-request';

const COLUMNS = `
  r.id, r.case_id AS "caseId", c.reference AS "caseReference", p.code AS "postCode",
  p.time_zone AS "timeZone", r.direction, r.kind, r.urgent, r.desk, r.state, r.outcome,
  r.asked_at AS "askedAt", a.display_name AS "askedBy", r.ended_at AS "endedAt",
  e.display_name AS "endedBy", o.due_at AS "dueAt", r.version`;
/** Joined by the kind of duty that answers for the request, as the planner names it. */
const REQUESTS = `
  FROM (SELECT q.*, CASE q.direction WHEN 'to_headquarters' THEN 'headquarters_' ELSE 'post_' END
          || CASE WHEN q.urgent THEN 'urgent' ELSE q.kind END AS duty FROM service_requests q) r
  JOIN cases c ON c.id = r.case_id JOIN posts p ON p.id = c.post_id
  LEFT JOIN staff_names a ON a.id = r.asked_by LEFT JOIN staff_names e ON e.id = r.ended_by
  LEFT JOIN obligations o ON o.case_id = r.case_id AND o.kind = r.duty AND o.anchor = r.id::text`;
const OF_CASE = statement(
  'cooperation.requests-of-case',
  `SELECT ${COLUMNS}, (SELECT coalesce(json_agg(json_build_object('id', m.id, 'kind', m.kind,
       'at', to_char(m.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
       'author', n.display_name, 'text', m.text) ORDER BY m.at, m.id), '[]')
     FROM service_request_messages m LEFT JOIN staff_names n ON n.id = m.author_id
    WHERE m.request_id = r.id) AS messages ${REQUESTS}
    WHERE r.case_id = $1 ORDER BY (r.state <> 'open'), r.asked_at DESC, r.id`,
);
/**
 * What waits for an answer: at the reader's posts, and at the desks of headquarters whose role they
 * hold. Starts from the open requests, which are few.
 */
const WAITING = statement(
  'cooperation.requests-waiting',
  `SELECT ${COLUMNS} ${REQUESTS}
    WHERE r.state = 'open' AND c.closed_at IS NULL
      AND ((r.direction = 'to_headquarters'
              AND r.desk IN (SELECT code FROM headquarters_desks WHERE role = ANY ($1)))
        OR (r.direction = 'to_post' AND c.post_id = ANY ($2)))
    ORDER BY o.due_at NULLS LAST, r.id LIMIT 200`,
);
const DESKS = statement(
  'cooperation.desks',
  `SELECT code, name_es AS "nameEs", name_en AS "nameEn" FROM headquarters_desks
    WHERE NOT retired ORDER BY code`,
);

/** A request in a list; instants ISO 8601 UTC. */
export interface RequestView {
  id: string;
  caseId: string;
  caseReference: string;
  postCode: string;
  timeZone: string;
  direction: RequestDirection;
  kind: RequestKind;
  urgent: boolean;
  desk: string;
  state: string;
  outcome: string | null;
  askedAt: string;
  askedBy: string | null;
  endedAt: string | null;
  endedBy: string | null;
  /** When the answer is due. */
  dueAt: string | null;
  version: number;
}

export interface RequestMessageView {
  id: string;
  kind: string;
  at: string;
  author: string | null;
  text: string;
}

export interface DeskView {
  code: string;
  nameEs: string;
  nameEn: string;
}

/** Requests in the reader's scope. */
@Injectable()
export class RequestLists {
  constructor(private readonly database: Database) {}

  /** Within the ambient transaction, with their threads; what is open first. */
  async ofCase(caseId: string): Promise<(RequestView & { messages: RequestMessageView[] })[]> {
    const rows = await this.database.query(OF_CASE, [caseId]);
    return rows.map((row) => revealed(row) as RequestView & { messages: RequestMessageView[] });
  }

  /** What waits for the reader's post or desk, soonest due first. */
  async waiting(actor: Actor): Promise<RequestView[]> {
    const answers = actor.grants.filter(() => actor.can('request.answer'));
    const roles = answers.filter((g) => g.postId === null).map((g) => g.role);
    const posts = answers.flatMap((g) => g.postId ?? []);
    const rows = await this.database.query(WAITING, [roles, posts]);
    return rows.map((row) => revealed(row) as RequestView);
  }

  list(actor: Actor): Promise<{ items: RequestView[] }> {
    return this.database.inTransaction(actor, async () => ({ items: await this.waiting(actor) }));
  }

  desks(actor: Actor): Promise<{ items: DeskView[] }> {
    return this.database.inTransaction(actor, async () => ({
      items: await this.database.query<DeskView>(DESKS),
    }));
  }
}
