import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { invalidField } from '../../../platform/errors/domain-error';

/** The newest instant of which nothing can still change: before every transaction that is open. */
const LATEST = statement(
  'oversight.latest-instant',
  `SELECT to_char((transaction_timestamp() - interval '1 microsecond') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
          $1::timestamptz IS NULL OR $1::timestamptz < transaction_timestamp() AS past`,
);
const COUNT = statement(
  'oversight.persons-assisted',
  `SELECT count(DISTINCT coalesce(s.survivor_id, cp.person_id))::int AS persons
     FROM cases c
     JOIN case_actions a ON a.case_id = c.id
     JOIN case_people cp ON cp.case_id = c.id AND cp.role = 'beneficiary'
     LEFT JOIN app.survivors_as_of($3) s ON s.person_id = cp.person_id
    WHERE a.occurred_at >= $1 AND a.occurred_at < $2 AND a.recorded_at <= $3 AND cp.since <= $3
      AND ($4::uuid IS NULL OR c.post_id = $4)`,
);

export interface AssistedQuery {
  /** ISO instants; `until` is not part of the range. */
  from: string;
  until: string;
  /** Counts what the register held then; absent: now. */
  asOf?: string;
  post?: string;
}

export interface Assisted {
  persons: number;
  asOf: string;
}

/**
 * Persons assisted: distinct persons with at least one action in the range, once over all posts
 * (rules §10). Records merged by the instant asked for count as one; those merged later, or parted
 * again by then, as they were, so that a figure can be had again to the unit.
 */
@Injectable()
export class PersonsAssisted {
  constructor(private readonly database: Database) {}

  /** Within the reader's scope. 422 for an instant in the future or a range that ends before it begins. */
  count(actor: Actor, query: AssistedQuery): Promise<Assisted> {
    actor.require('report.run');
    return this.database.inTransaction(actor, async () => {
      const [latest] = await this.database.query<{ at: string; past: boolean }>(LATEST, [
        query.asOf ?? null,
      ]);
      if (!latest!.past) throw invalidField('asOf', 'notInFuture');
      if (Date.parse(query.until) <= Date.parse(query.from)) {
        throw invalidField('until', 'BEFORE_ITS_START');
      }
      const asOf = query.asOf ?? latest!.at;
      const [counted] = await this.database.query<{ persons: number }>(COUNT, [
        query.from,
        query.until,
        asOf,
        query.post ?? null,
      ]);
      return { persons: counted!.persons, asOf };
    });
  }
}
