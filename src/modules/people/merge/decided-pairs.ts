import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';

/** By whom each record stands for now: a decision about a duplicate is about its survivor. */
const READ = statement(
  'people.decided_pairs',
  `SELECT coalesce(a.merged_into, a.id) AS one, coalesce(b.merged_into, b.id) AS two
     FROM persons g
     JOIN duplicate_decisions d ON d.person_id = g.id OR d.other_id = g.id
     JOIN persons a ON a.id = d.person_id JOIN persons b ON b.id = d.other_id
    WHERE g.id = ANY ($1) OR g.merged_into = ANY ($1)`,
);

export interface Pairs {
  has(one: string, two: string): boolean;
}

/** Pairs of persons that somebody looked at and found to be two. */
@Injectable()
export class DecidedPairs {
  constructor(private readonly database: Database) {}

  /** Inside a transaction: the decided pairs that touch any of `ids` (survivors). */
  async among(ids: readonly string[]): Promise<Pairs> {
    const rows = await this.database.query<{ one: string; two: string }>(READ, [ids]);
    const pairs = new Set(rows.flatMap(({ one, two }) => [`${one} ${two}`, `${two} ${one}`]));
    return { has: (one, two) => pairs.has(`${one} ${two}`) };
  }
}
