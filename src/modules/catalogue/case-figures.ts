import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { invalidField } from '../../platform/errors/domain-error';

/** Cases within the reader's reach; sealed ones enter no count that has a list behind it. */
const SCOPE = `c.tier <> 'sealed' AND ($3::uuid IS NULL OR c.post_id = $3)`;
const OPENED = statement(
  'catalogue.figures-opened',
  `SELECT c.family, c.type, count(*)::int AS cases FROM cases c
    WHERE ${SCOPE} AND c.recorded_at >= $1 AND c.recorded_at < $2
    GROUP BY c.family, c.type ORDER BY c.family, c.type`,
);
const ENDED = statement(
  'catalogue.figures-ended',
  `SELECT c.family, c.type, coalesce(c.outcome, 'dismissed') AS outcome, count(*)::int AS cases
     FROM cases c WHERE ${SCOPE} AND c.closed_at >= $1 AND c.closed_at < $2
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
);
const ACTIONS = statement(
  'catalogue.figures-actions',
  `SELECT c.family, a.action, count(*)::int AS actions, count(DISTINCT a.case_id)::int AS cases
     FROM case_actions a JOIN cases c ON c.id = a.case_id
    WHERE ${SCOPE} AND a.occurred_at >= $1 AND a.occurred_at < $2
    GROUP BY 1, 2 ORDER BY 1, 2`,
);

export interface FiguresQuery {
  /** Instants: from the first, up to but without the second. */
  from: string;
  to: string;
  post?: string;
}

export interface CaseFigures {
  from: string;
  to: string;
  /** Cases opened in the range. */
  opened: { total: number; rows: { family: string; type: string; cases: number }[] };
  /** Cases closed or dismissed in the range, by how. */
  ended: {
    total: number;
    rows: { family: string; type: string; outcome: string; cases: number }[];
  };
  /** Actions of assistance given in the range; `cases` had at least one of that action. */
  actions: {
    total: number;
    rows: { family: string; action: string; actions: number; cases: number }[];
  };
}

/** Counts by family, type and outcome that add up to their totals, within the reader's reach. */
@Injectable()
export class ShowCaseFigures {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { from, to, post }: FiguresQuery): Promise<CaseFigures> {
    if (Date.parse(to) <= Date.parse(from)) throw invalidField('to', 'RANGE_EMPTY');
    const values = [from, to, post ?? null];
    return this.database.inTransaction(actor, async () => {
      const [opened, ended, actions] = await Promise.all([
        this.database.query<CaseFigures['opened']['rows'][number]>(OPENED, values),
        this.database.query<CaseFigures['ended']['rows'][number]>(ENDED, values),
        this.database.query<CaseFigures['actions']['rows'][number]>(ACTIONS, values),
      ]);
      const sum = (rows: readonly number[]) => rows.reduce((total, n) => total + n, 0);
      return {
        from,
        to,
        opened: { total: sum(opened.map(({ cases }) => cases)), rows: opened },
        ended: { total: sum(ended.map(({ cases }) => cases)), rows: ended },
        actions: { total: sum(actions.map((row) => row.actions)), rows: actions },
      };
    });
  }
}
