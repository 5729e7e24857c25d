import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { newId } from '../../../platform/ids';
import { districtKey, type JurisdictionRow } from './jurisdiction-rows';

const CURRENT = statement(
  'network.current-jurisdictions',
  `SELECT j.id, p.code AS "postCode", j.country, j.subdivision
     FROM jurisdictions j JOIN posts p ON p.id = j.post_id
    WHERE j.ended_at IS NULL AND p.code = ANY ($1)`,
);
const INSERT = statement(
  'network.insert-jurisdictions',
  `INSERT INTO jurisdictions (id, post_id, country, subdivision)
   SELECT row.id, p.id, row.country, row.subdivision
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS row (id, code, country, subdivision)
     JOIN posts p ON p.code = row.code`,
);
const END = statement(
  'network.end-jurisdictions',
  'UPDATE jurisdictions SET ended_at = transaction_timestamp() WHERE id = ANY ($1)',
);

type Current = Omit<JurisdictionRow, 'line'> & { id: string };

/** Makes the districts of the named posts exactly those of the file; what ends is kept as ended. */
@Injectable()
export class SaveJurisdictions {
  constructor(private readonly database: Database) {}

  /** Within the ambient transaction. */
  async save(
    rows: readonly JurisdictionRow[],
    postCodes: readonly string[],
  ): Promise<{ created: number; ended: number; unchanged: number }> {
    const current = await this.database.query<Current>(CURRENT, [postCodes]);
    const held = new Set(current.map(districtKey));
    const wanted = new Set(rows.map(districtKey));
    const created = rows.filter((row) => !held.has(districtKey(row)));
    const ended = current.filter((row) => !wanted.has(districtKey(row)));
    if (ended.length > 0) await this.database.query(END, [ended.map((row) => row.id)]);
    if (created.length > 0) {
      await this.database.query(INSERT, [
        created.map(() => newId()),
        created.map((row) => row.postCode),
        created.map((row) => row.country),
        created.map((row) => row.subdivision),
      ]);
    }
    return {
      created: created.length,
      ended: ended.length,
      unchanged: rows.length - created.length,
    };
  }
}
