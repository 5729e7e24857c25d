import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import {
  entriesOf,
  entriesOfReversal,
  entriesOfTransfer,
  QUARTER_TRANSITIONS,
  quarterOf,
  type Entry,
  type Programme,
  type QuarterState,
} from '../domain/ledger';
import type { AllotRequest, TransferAllotmentRequest } from '../http/dto/budget.requests';
import { Ledger } from '../ledger/ledger';
import { ExchangeRates } from './exchange-rates';

const OPEN_YEAR = statement(
  'budget.open-year',
  `INSERT INTO budget_quarters (year, quarter, state, changed_by)
   SELECT $1, n, 'planned', app.account() FROM generate_series(1, 4) n ON CONFLICT DO NOTHING RETURNING quarter`,
);
const LOCK_QUARTER = statement(
  'budget.lock-quarter',
  'SELECT state FROM budget_quarters WHERE year = $1 AND quarter = $2 FOR UPDATE',
);
const SET_QUARTER = statement(
  'budget.set-quarter',
  `UPDATE budget_quarters SET state = $3, reason = $4, changed_by = app.account(), changed_at = $5
    WHERE year = $1 AND quarter = $2`,
);
const WAITING = statement(
  'budget.waiting',
  `SELECT post_id AS "postId", programme, pen::text AS amount FROM ledger_balances
    WHERE year = $1 AND account = 'ahead' AND part = 'q' || $2::text AND pen > 0 ORDER BY post_id, programme`,
);
const POST = statement(
  'budget.post',
  `SELECT 1 AS found FROM posts WHERE id = $1 AND state = 'open'`,
);
const OF_TRANSACTION = statement(
  'budget.entries-of',
  `SELECT t.post_id AS "of", t.other_post_id AS "other", t.reverses, t.kind, e.year, e.post_id AS "postId",
          e.programme, e.part, e.account, e.currency, e.amount::text, e.pen::text, e.usd::text, e.rate_id AS "rateId"
     FROM ledger_transactions t JOIN ledger_entries e ON e.transaction_id = t.id WHERE t.id = $1`,
);

/** Allotments are in soles: the State's budget is. */
const SOLES = 'PEN';
/** The Ministry's clock: a fiscal year begins and ends in Lima. */
const HEADQUARTERS_ZONE = 'America/Lima';
/** What headquarters moves and may take back as such; decisions on requests have their own ways back. */
const REVERSIBLE = new Set(['allotted', 'allotted_ahead', 'withdrawn', 'transferred']);

/** Fiscal years, their quarters, and what each post may spend (rules §7). */
@Injectable()
export class Budget {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly rates: ExchangeRates,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Its four quarters, none of them open yet; 409 YEAR_IS_OPEN for one that has them. */
  openYear(actor: Actor, year: number): Promise<{ year: number }> {
    return this.database.inTransaction(actor, async () => {
      const made = await this.database.query(OPEN_YEAR, [year]);
      if (made.length === 0) throw new DomainError('YEAR_IS_OPEN', { status: 409 });
      await this.note('budget_year.opened', { year });
      return { year };
    });
  }

  /** Opening a quarter makes available what was allotted ahead for it. 409 when it does not follow. */
  changeQuarter(
    actor: Actor,
    { year, quarter }: { year: number; quarter: number },
    to: QuarterState,
    reason: string | undefined,
  ): Promise<{ state: QuarterState }> {
    return this.database.inTransaction(actor, async () => {
      const [found] = await this.database.query<{ state: QuarterState }>(LOCK_QUARTER, [
        year,
        quarter,
      ]);
      if (!found) throw notFound();
      const allowed: readonly QuarterState[] = QUARTER_TRANSITIONS[found.state];
      if (!allowed.includes(to)) {
        throw new DomainError('QUARTER_DOES_NOT_FOLLOW', { status: 409, allowed });
      }
      if (found.state === 'closed' && !reason) throw invalidField('reason', 'isNotEmpty');
      const at = this.clock.now().toString();
      await this.database.query(SET_QUARTER, [year, quarter, to, reason ?? null, at]);
      await this.note(`budget_quarter.${to}`, { year, quarter });
      if (to === 'open') await this.release(year, quarter);
      return { state: to };
    });
  }

  /** Money for a post, available at once or ahead for a quarter that is not open yet. */
  allot(actor: Actor, body: AllotRequest & { distributionId?: string }): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const { postId, programme, year, quarter } = body;
      await this.assertPost('postId', postId);
      const state = await this.stateOf(year, quarter);
      if (state === 'closed') throw new DomainError('QUARTER_NOT_OPEN', { status: 409 });
      const kind = state === 'open' ? 'allotted' : 'allotted_ahead';
      const happenedOn = this.today();
      const rate = await this.rates.on(SOLES, happenedOn);
      return this.ledger.post({
        kind,
        entries: entriesOf(kind, { year, postId, programme, quarter }, body.amount, rate),
        postId,
        happenedOn: state === 'open' ? this.dayIn(year, quarter) : happenedOn,
        certificate: body.certificate,
        reason: body.reason,
        distributionId: body.distributionId,
      });
    });
  }

  /** Available money of one post becomes another's. 409 FUNDS_NOT_AVAILABLE beyond what is there. */
  transfer(actor: Actor, body: TransferAllotmentRequest): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const { fromPostId, toPostId, programme } = body;
      if (fromPostId === toPostId) throw invalidField('toPostId', 'SAME_POST');
      await this.assertPost('fromPostId', fromPostId);
      await this.assertPost('toPostId', toPostId);
      const happenedOn = this.today();
      const { year } = quarterOf(happenedOn);
      const rate = await this.rates.on(SOLES, happenedOn);
      const purse = { year, programme };
      return this.ledger.post({
        kind: 'transferred',
        entries: entriesOfTransfer(
          { ...purse, postId: fromPostId },
          { ...purse, postId: toPostId },
          body.amount,
          rate,
        ),
        postId: fromPostId,
        otherPostId: toPostId,
        happenedOn,
        reason: body.reason,
      });
    });
  }

  /**
   * Takes an allotment or a transfer back, by entries of its own. 404 out of reach; 409
   * NOT_REVERSIBLE for other movements, ALREADY_REVERSED, FUNDS_NOT_AVAILABLE once it was spent.
   */
  reverse(actor: Actor, id: string, reason: string): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<
        Entry & { of: string; other: string | null; reverses: string | null; kind: string }
      >(OF_TRANSACTION, [id]);
      const [first] = rows;
      if (!first) throw notFound();
      if (!REVERSIBLE.has(first.kind)) throw new DomainError('NOT_REVERSIBLE', { status: 409 });
      return this.ledger.post({
        kind: 'reversed',
        entries: entriesOfReversal(
          rows.map(({ of: _, other: __, reverses: ___, kind: ____, ...entry }) => entry),
        ),
        postId: first.of,
        ...(first.other ? { otherPostId: first.other } : {}),
        happenedOn: this.today(),
        reason,
        reverses: id,
      });
    });
  }

  private async release(year: number, quarter: number): Promise<void> {
    const waiting = await this.database.query<{
      postId: string;
      programme: Programme;
      amount: string;
    }>(WAITING, [year, quarter]);
    if (waiting.length === 0) return;
    const rate = await this.rates.on(SOLES, this.today());
    for (const { postId, programme, amount } of waiting) {
      const purse = { year, postId, programme, quarter };
      await this.ledger.post({
        kind: 'quarter_opened',
        entries: entriesOf('quarter_opened', purse, amount, rate),
        postId,
        happenedOn: this.dayIn(year, quarter),
      });
    }
  }

  private async stateOf(year: number, quarter: number): Promise<QuarterState> {
    const [found] = await this.database.query<{ state: QuarterState }>(LOCK_QUARTER, [
      year,
      quarter,
    ]);
    if (!found) throw invalidField('year', 'YEAR_NOT_OPEN');
    return found.state;
  }

  private async assertPost(path: string, id: string): Promise<void> {
    const [post] = await this.database.query(POST, [id]);
    if (!post) throw invalidField(path, 'UNKNOWN_POST');
  }

  private note(action: string, details: Record<string, unknown>): Promise<void> {
    return this.audit.record({ action, subjectType: 'budget', subjectId: null, details });
  }

  private today(): string {
    return this.clock.now().toZonedDateTimeISO(HEADQUARTERS_ZONE).toPlainDate().toString();
  }

  /** Today, or the nearest day of the quarter: an open quarter takes what belongs to it. */
  private dayIn(year: number, quarter: number): string {
    const today = this.today();
    const first = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;
    const last = `${year}-${String(quarter * 3).padStart(2, '0')}-${quarter === 1 || quarter === 4 ? 31 : 30}`;
    return today < first ? first : today > last ? last : today;
  }
}
