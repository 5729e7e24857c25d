import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { refuse } from './refuse';

const COUNT = statement(
  'detention.access-denials',
  `SELECT c.country, count(*)::int AS denials, count(DISTINCT c.id)::int AS cases,
     count(*) FILTER (WHERE n.sent)::int AS "notesSent",
     count(*) FILTER (WHERE n.replied)::int AS replies,
     count(*) FILTER (WHERE n.granted)::int AS "accessGranted"
   FROM cases c
   JOIN detention_contacts k ON k.case_id = c.id
   LEFT JOIN LATERAL (
     SELECT count(*) > 0 AS sent, bool_or(v.replied_at IS NOT NULL) AS replied,
       bool_or(v.reply_kind = 'access_granted') AS granted
       FROM notes_verbales v WHERE v.case_id = k.case_id AND v.contact_id = k.id) n ON true
  WHERE k.outcome = 'refused_by_authority' AND k.occurred_at >= $1 AND k.occurred_at < $2
  GROUP BY c.country ORDER BY denials DESC, c.country`,
);

/** How often the authorities of a country denied access, and what the notes verbales brought. */
export interface AccessDenialsOfCountry {
  country: string;
  denials: number;
  cases: number;
  notesSent: number;
  replies: number;
  accessGranted: number;
}

/** The pattern of denied access by country, over the cases that the reader reaches (rules §3.10). */
@Injectable()
export class AccessDenials {
  constructor(private readonly database: Database) {}

  /** From `from` (included) to `to` (excluded), both ISO 8601 instants of the denial. */
  run(
    actor: Actor,
    { from, to }: { from: string; to: string },
  ): Promise<{ items: AccessDenialsOfCountry[] }> {
    if (Temporal.Instant.compare(from, to) >= 0) refuse([{ path: 'to', code: 'BEFORE_ITS_START' }]);
    return this.database.inTransaction(actor, async () => ({
      items: await this.database.query<AccessDenialsOfCountry>(COUNT, [from, to]),
    }));
  }
}
