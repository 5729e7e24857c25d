import { Injectable } from '@nestjs/common';
import { staleVersion, type VersionChange } from '../errors/domain-error';
import { Database } from './database';
import { statement } from './statement';

const INSERT = statement(
  'revisions.insert',
  `INSERT INTO revisions (subject_type, subject_id, version, fields, actor_id)
   VALUES ($1, $2, $3, $4, app.account())`,
);
const SINCE = statement(
  'revisions.since',
  `SELECT r.version, r.recorded_at AS at, s.display_name AS by, r.fields
     FROM revisions r LEFT JOIN staff_names s ON s.id = r.actor_id
    WHERE r.subject_type = $1 AND r.subject_id = $2 AND r.version > $3 ORDER BY r.version`,
);

/** Which fields each version of an edited thing changed: names only, the values stay in one place. */
@Injectable()
export class Revisions {
  constructor(private readonly database: Database) {}

  async record(type: string, id: string, version: number, fields: string[]): Promise<void> {
    await this.database.query(INSERT, [type, id, version, fields]);
  }

  async since(type: string, id: string, version: number): Promise<VersionChange[]> {
    const rows = await this.database.query<Omit<VersionChange, 'at'> & { at: Date }>(SINCE, [
      type,
      id,
      version,
    ]);
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  /** Throws STALE_VERSION (412) with what changed unless `expected` is the current version. */
  async assertCurrent(type: string, id: string, current: number, expected: number): Promise<void> {
    if (current !== expected) throw staleVersion(current, await this.since(type, id, expected));
  }
}
