import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { invalidField } from '../../platform/errors/domain-error';
import { Bars } from './bars';
import type { Case } from './case.entity';

const KNOWN = statement('bars.known-account', 'SELECT 1 AS found FROM staff_names WHERE id = $1');

/**
 * The person said to be the aggressor may be one of us: that account must never reach the case
 * (rules §4, *Access*). The one place that asks for it.
 */
@Injectable()
export class BarAggressor {
  constructor(
    private readonly database: Database,
    private readonly bars: Bars,
  ) {}

  /**
   * In the transaction that holds the case; `path` names the account in the request. 422 for an account
   * that does not exist or is the writer's.
   */
  async bar(file: Case, accountId: string, path: string): Promise<void> {
    if (accountId === this.database.actor.accountId) {
      throw invalidField(path, 'NOT_YOURSELF');
    }
    const [known] = await this.database.query(KNOWN, [accountId]);
    if (!known) throw invalidField(path, 'UNKNOWN_ACCOUNT');
    if (await this.bars.isBarred(file.id, accountId)) return;
    await this.bars.write(file, { accountId, ground: 'is_the_aggressor' });
  }
}
