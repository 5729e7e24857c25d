import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';

/**
 * Who may see a case: the predicate of its read policy, for colleagues instead of for the reader,
 * and by the database's clock as there.
 * The case itself is read in the reader's scope, so out of reach it has no colleagues.
 */
const MAY_SEE = `
  FROM cases c JOIN posts p ON p.id = c.post_id
  JOIN staff_reach s ON s.valid_from <= now() AND (s.valid_until IS NULL OR s.valid_until > now())
 WHERE c.id = $1 AND (
   (c.tier <> 'sealed' AND (c.tier = 'standard' OR s.reads_restricted) AND (
      (s.reads_post AND (s.post_id = p.id OR (p.kind = 'honorary_consulate' AND s.post_id = p.parent_id)))
      OR (s.reads_world AND s.post_id IS NULL AND (s.region IS NULL OR s.region =
            (SELECT r.region FROM current_region_countries r WHERE r.country = p.country)))))
   OR EXISTS (SELECT 1 FROM case_members m WHERE m.case_id = c.id AND m.account_id = s.account_id
                 AND m.since <= now() AND (m.until IS NULL OR m.until > now())))`;

const LIST = statement(
  'cooperation.readers',
  `SELECT DISTINCT s.account_id AS "accountId", s.display_name AS "displayName" ${MAY_SEE}
      AND ($2::text IS NULL OR s.display_name ILIKE '%' || $2 || '%')
    ORDER BY s.display_name, s.account_id LIMIT $3`,
);
const AMONG = statement(
  'cooperation.readers-among',
  `SELECT DISTINCT s.account_id AS "accountId" ${MAY_SEE} AND s.account_id = ANY ($2)`,
);
const MOST = 50;

export interface Colleague {
  accountId: string;
  displayName: string;
}

/** Colleagues who may see a case, within the ambient transaction and as far as its actor sees it. */
@Injectable()
export class Readers {
  constructor(private readonly database: Database) {}

  /** At most 50, by name; `part` of a name narrows them. */
  async list(caseId: string, part: string | null): Promise<Colleague[]> {
    const literal = part?.replace(/[\\%_]/g, '\\$&') ?? null;
    return this.database.query<Colleague>(LIST, [caseId, literal, MOST]);
  }

  /** Those of `accountIds` who may. */
  async among(caseId: string, accountIds: readonly string[]): Promise<Set<string>> {
    if (accountIds.length === 0) return new Set();
    const rows = await this.database.query<{ accountId: string }>(AMONG, [caseId, accountIds]);
    return new Set(rows.map(({ accountId }) => accountId));
  }

  async includes(caseId: string, accountId: string): Promise<boolean> {
    return (await this.among(caseId, [accountId])).has(accountId);
  }
}
