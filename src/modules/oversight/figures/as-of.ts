import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { invalidField } from '../../../platform/errors/domain-error';

/**
 * The newest instant of which nothing can still change: before the beginning of every transaction that
 * is open, for what it writes is stamped with its beginning.
 */
const LATEST = statement(
  'oversight.latest-instant',
  `WITH settled AS (
     SELECT least(transaction_timestamp(), min(a.xact_start)) - interval '1 microsecond' AS at
       FROM pg_stat_activity a WHERE a.datname = current_database() AND a.usename = current_user AND a.xact_start IS NOT NULL
   )
   SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
          $1::timestamptz IS NULL OR $1::timestamptz <= at AS settled,
          $1::timestamptz IS NULL OR $1::timestamptz < transaction_timestamp() AS past FROM settled`,
);

/** As of which instant a figure is counted. */
@Injectable()
export class AsOf {
  constructor(private readonly database: Database) {}

  /**
   * Within the ambient transaction, before anything is counted. The instant asked for, which must be
   * past; absent, or not settled yet, the newest settled one: a figure can be had again to the unit.
   */
  async resolve(asked: string | undefined): Promise<string> {
    const [latest] = await this.database.query<{ at: string; past: boolean; settled: boolean }>(
      LATEST,
      [asked ?? null],
    );
    if (!latest!.past) throw invalidField('asOf', 'notInFuture');
    return asked && latest!.settled ? asked : latest!.at;
  }
}
