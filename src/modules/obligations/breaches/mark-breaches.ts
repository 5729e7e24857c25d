import { Injectable } from '@nestjs/common';
import { Actor } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';

const MARK = statement(
  'obligation.mark-breaches',
  `WITH past AS (
     SELECT id FROM obligations
      WHERE status = 'open' AND breached_at IS NULL AND due_at <= $1
      ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED
   )
   UPDATE obligations o SET breached_at = o.due_at, version = o.version + 1
     FROM past WHERE o.id = past.id RETURNING o.id`,
);
const BATCH = 1000;

/** Writes down, once and for ever, that a due instant passed unmet. */
@Injectable()
export class MarkBreaches {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Marks every open duty that is past due; returns how many. */
  async run(): Promise<number> {
    let total = 0;
    for (;;) {
      const rows = await this.database.inTransaction(Actor.system(), () =>
        this.database.query(MARK, [this.clock.now().toString(), BATCH]),
      );
      total += rows.length;
      if (rows.length < BATCH) return total;
    }
  }
}
