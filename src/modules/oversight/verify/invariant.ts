import type { Pool } from 'pg';
import type { AuditChain } from '../../../platform/audit/audit-chain';
import type { Clock } from '../../../platform/clock/clock';
import type { Database } from '../../../platform/database/database';
import type { Files } from '../../../platform/files/files';
import type { Obligations } from '../../obligations';

/** Something that is true of a sound register; each violation is one row, number or link. */
export interface Invariant {
  /** Lower_snake; printed with the number of violations. */
  readonly name: string;
  count(): Promise<number>;
}

/** What invariants look with. */
export interface Witness {
  /** The owner of the tables: sees every row, whatever the policies. */
  owner: Pool;
  /** Connection string of the application role, bound by the policies. */
  appUrl: string;
  database: Database;
  obligations: Obligations;
  auditChain: AuditChain;
  files: Files;
  clock: Clock;
}

/** An invariant whose violations one statement of the owner counts, as `n`. */
export const counted = (
  name: string,
  owner: Pool,
  sql: string,
  values: () => unknown[] = () => [],
): Invariant => ({
  name,
  async count() {
    const { rows } = await owner.query<{ n: string }>(sql, values());
    return Number(rows[0]!.n);
  },
});
