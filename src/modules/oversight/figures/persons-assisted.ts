import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Database } from '../../../platform/database/database';
import { invalidField } from '../../../platform/errors/domain-error';
import { AsOf } from './as-of';
import { FiveCounts, type FiveCountsFigures } from './five-counts';

export interface AssistedQuery {
  /** ISO instants; `until` is not part of the range. */
  from: string;
  until: string;
  /** Counts what the register held then; absent: now. */
  asOf?: string;
  post?: string;
}

export interface Assisted extends FiveCountsFigures {
  /** The same as `personsAssisted`. */
  persons: number;
  asOf: string;
}

/**
 * What was done in a range, in the five counts of rules §10. Records merged by the instant asked for
 * count as one; those merged later, or parted again by then, as they were, so that a figure can be had
 * again to the unit.
 */
@Injectable()
export class PersonsAssisted {
  constructor(
    private readonly database: Database,
    private readonly instants: AsOf,
    private readonly counts: FiveCounts,
  ) {}

  /** Within the reader's scope. 422 for an instant in the future or a range that ends before it begins. */
  count(actor: Actor, query: AssistedQuery): Promise<Assisted> {
    actor.require('report.run');
    return this.database.inTransaction(actor, async () => {
      const asOf = await this.instants.resolve(query.asOf);
      if (Date.parse(query.until) <= Date.parse(query.from)) {
        throw invalidField('until', 'BEFORE_ITS_START');
      }
      const figures = await this.counts.count({ ...query, asOf });
      return { ...figures, persons: figures.personsAssisted, asOf };
    });
  }
}
