import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { amountOf, isPositive, type Amount } from '../../../platform/money/money';
import { Budget, type Programme } from '../../funding';
import {
  adjusted,
  distributionPolicySchema,
  type DistributionFormula,
  type Fixed,
} from '../domain/distribution';
import { EvaluatePosts, type PostEvaluation } from './evaluate-posts';

const COLUMNS = `d.id, d.name, d.year, d.quarter, d.programme, d.total::text, d.state, d.certificate, d.reason,
  d.applied_at AS "appliedAt", d.recorded_at AS "recordedAt", d.version,
  (SELECT n.display_name FROM staff_names n WHERE n.id = d.recorded_by) AS "recordedBy",
  (SELECT n.display_name FROM staff_names n WHERE n.id = d.applied_by) AS "appliedBy"`;
const LIST = statement(
  'spending.distributions',
  `SELECT ${COLUMNS} FROM distributions d ORDER BY d.recorded_at DESC, d.id DESC LIMIT 100`,
);
const ONE = statement(
  'spending.distribution',
  `SELECT ${COLUMNS}, d.formula, d.shares FROM distributions d WHERE d.id = $1`,
);
const LOCK = statement(
  'spending.lock-distribution',
  `SELECT id, year, quarter, programme, shares, state FROM distributions WHERE id = $1 FOR UPDATE`,
);
const KEEP = statement(
  'spending.keep-distribution',
  `INSERT INTO distributions (id, year, quarter, programme, total, name, formula, shares, state, recorded_by)
   VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, 'draft', app.account())`,
);
const APPLY = statement(
  'spending.apply-distribution',
  `UPDATE distributions SET state = 'applied', certificate = $2, reason = $3, applied_by = app.account(),
          applied_at = transaction_timestamp(), version = version + 1 WHERE id = $1`,
);

/** What a post would be allotted, beside what it was this year; soles. */
export interface Share {
  postId: string;
  postCode: string;
  country: string;
  points: number;
  allotted: Amount;
  spent: Amount;
  forecast: Amount;
  /** By the formula alone. */
  proposed: Amount;
  /** With what headquarters fixed. */
  amount: Amount;
  fixed: boolean;
}

export interface WhatIf {
  year: number;
  quarter: number;
  programme: Programme;
  total: string;
  /** Absent: the one in force. */
  formula?: unknown;
  fixed?: Fixed[];
}
type Row = Record<string, unknown> & { appliedAt: Date | null; recordedAt: Date };

/** Distributions of a total among posts: tried out, kept to compare, and applied as allotments. */
@Injectable()
export class Distributions {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly evaluation: EvaluatePosts,
    private readonly budget: Budget,
  ) {}

  /** What each post would be given; nothing is kept. 422 for a formula or an adjustment that cannot be. */
  preview(actor: Actor, ask: WhatIf): Promise<{ formula: DistributionFormula; shares: Share[] }> {
    return this.database.inTransaction(actor, () => this.work(ask));
  }

  /** Kept under a name, with what was known then. */
  keep(actor: Actor, ask: WhatIf & { name: string }): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const { formula, shares } = await this.work(ask);
      const id = newId();
      await this.database.query(KEEP, [
        ...[id, ask.year, ask.quarter, ask.programme, amountOf(ask.total), ask.name],
        ...[JSON.stringify(formula), JSON.stringify(shares)],
      ]);
      await this.note('distribution.kept', id);
      return { id };
    });
  }

  list(actor: Actor): Promise<{ items: Row[] }> {
    return this.database.inTransaction(actor, async () => ({
      items: (await this.database.query<Row>(LIST)).map(dated) as unknown as Row[],
    }));
  }

  /** 404 out of reach. */
  show(actor: Actor, id: string): Promise<Row> {
    return this.database.inTransaction(actor, async () => {
      const [row] = await this.database.query<Row>(ONE, [id]);
      if (!row) throw notFound();
      return dated(row) as unknown as Row;
    });
  }

  /**
   * Each post is allotted its part, or none is: 409 DISTRIBUTION_APPLIED, QUARTER_NOT_OPEN for a
   * closed one.
   */
  apply(
    actor: Actor,
    id: string,
    { certificate, reason }: { certificate: string; reason: string },
  ): Promise<{ id: string; allotted: number }> {
    return this.database.inTransaction(actor, async () => {
      const [found] = await this.database.query<{
        year: number;
        quarter: number;
        programme: Programme;
        shares: Share[];
        state: string;
      }>(LOCK, [id]);
      if (!found) throw notFound();
      if (found.state === 'applied') throw new DomainError('DISTRIBUTION_APPLIED', { status: 409 });
      const { year, quarter, programme } = found;
      const given = found.shares.filter(({ amount }) => isPositive(amount));
      for (const { postId, amount } of given) {
        const allotment = { postId, amount, year, quarter, programme, certificate, reason };
        await this.budget.allot(actor, { ...allotment, distributionId: id });
      }
      await this.database.query(APPLY, [id, certificate, reason]);
      await this.note('distribution.applied', id);
      return { id, allotted: given.length };
    });
  }

  private async work(ask: WhatIf): Promise<{ formula: DistributionFormula; shares: Share[] }> {
    const { posts, formula: current } = await this.evaluation.evaluate(ask.year, ask.programme);
    const formula = ask.formula === undefined ? current : formulaOf(ask.formula);
    const fixed = ask.fixed ?? [];
    for (const [i, { postId }] of fixed.entries()) {
      if (!posts.some((post) => post.postId === postId)) {
        throw invalidField(`fixed.${i}.postId`, 'UNKNOWN_POST');
      }
    }
    const total = amountOf(ask.total);
    const amounts = adjusted(total, posts, formula, fixed);
    if (!amounts) throw invalidField('fixed', 'FIXED_ABOVE_TOTAL');
    const proposals = adjusted(total, posts, formula, [])!;
    const shares = posts.map((post, i) => shareOf(post, proposals[i]!, amounts[i]!, fixed));
    return { formula, shares };
  }

  private note(action: string, id: string): Promise<void> {
    return this.audit.record({ action, subjectType: 'distribution', subjectId: id });
  }
}

const shareOf = (
  { postId, postCode, country, points, allotted, spent, forecast }: PostEvaluation,
  proposed: Amount,
  amount: Amount,
  fixed: readonly Fixed[],
): Share => ({
  ...{ postId, postCode, country, points, allotted, spent, forecast, proposed, amount },
  fixed: fixed.some((one) => one.postId === postId),
});

/** 422 naming what a formula lacks. */
function formulaOf(given: unknown): DistributionFormula {
  const read = distributionPolicySchema.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw invalidField(['formula', ...(issue?.path ?? [])].join('.'), 'POLICY_CONTENT');
}

const dated = ({ appliedAt, recordedAt, ...row }: Row) => ({
  ...row,
  appliedAt: appliedAt?.toISOString() ?? null,
  recordedAt: recordedAt.toISOString(),
});
