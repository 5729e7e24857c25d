import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';

const TAKE_CASE = statement('numbers.case', 'SELECT app.take_case_number($1, $2) AS number');
const TAKE_ACT = statement('numbers.act', 'SELECT app.take_number($1, $2, $3) AS number');

/**
 * Gap-free numbers per post and year (former RC 180–181). Take them last: the series' row stays
 * locked until the transaction ends.
 */
@Injectable()
export class Numbers {
  constructor(private readonly database: Database) {}

  /** Gives the case its number, `MAD-2026-000123`. */
  async takeForCase(caseId: string, now: Temporal.Instant, zone: string): Promise<string> {
    const [row] = await this.database.query<{ number: string }>(TAKE_CASE, [
      caseId,
      year(now, zone),
    ]);
    return row!.number;
  }

  /** The next act number of a kind (`VIS`, `NOT`, …), `MAD-2026-VIS-000045`. */
  async takeForAct(
    postId: string,
    kind: string,
    now: Temporal.Instant,
    zone: string,
  ): Promise<string> {
    const [row] = await this.database.query<{ number: string }>(TAKE_ACT, [
      postId,
      year(now, zone),
      kind,
    ]);
    return row!.number;
  }
}

/** The year that the post's calendar shows at that instant. */
const year = (now: Temporal.Instant, zone: string): number => now.toZonedDateTimeISO(zone).year;
