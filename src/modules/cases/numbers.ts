import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import type { Tier } from './domain/case-vocabulary';

const TAKE_CASE = statement('numbers.case', 'SELECT app.take_case_number($1, $2) AS number');
const TAKE_ACT = statement('numbers.act', 'SELECT app.take_number($1, $2, $3) AS number');
const TAKE_RANDOM = statement('numbers.random', 'SELECT app.random_reference() AS number');
const RENUMBER = statement('numbers.renumber', 'SELECT app.renumber_case($1, $2) AS number');
const RETIRE = statement('numbers.retire', 'SELECT app.retire_case_number($1)');

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

  /**
   * The next act or paper number of a kind (`VIS`, `NVB`, …) at the case's post,
   * `MAD-2026-VIS-000045`; a random one for a sealed case, as its gap would betray it (rules §8).
   */
  async takeForAct(
    file: { postId: string; tier: Tier },
    kind: string,
    now: Temporal.Instant,
    zone: string,
  ): Promise<string> {
    const [row] =
      file.tier === 'sealed'
        ? await this.database.query<{ number: string }>(TAKE_RANDOM)
        : await this.database.query<{ number: string }>(TAKE_ACT, [
            file.postId,
            year(now, zone),
            kind,
          ]);
    return row!.number;
  }

  /**
   * After its tier changed: a sealed case gets a random reference and its ordinary number stays in
   * the register as reassigned; an unsealed one gets a new ordinary number (rules §8).
   */
  async renumber(caseId: string, now: Temporal.Instant, zone: string): Promise<string> {
    const [row] = await this.database.query<{ number: string }>(RENUMBER, [
      caseId,
      year(now, zone),
    ]);
    return row!.number;
  }

  /** The number of a dismissed case is reassigned too, so that the state tells nothing. */
  async retire(caseId: string): Promise<void> {
    await this.database.query(RETIRE, [caseId]);
  }
}

/** The year that the post's calendar shows at that instant. */
const year = (now: Temporal.Instant, zone: string): number => now.toZonedDateTimeISO(zone).year;
