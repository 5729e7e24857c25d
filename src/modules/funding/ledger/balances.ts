import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { invalidField } from '../../../platform/errors/domain-error';
import { decodeCursor, toPage, type Page } from '../../../platform/http/cursor';
import {
  ACCOUNTS,
  type Account,
  type Programme,
  type QuarterState,
  type TransactionKind,
} from '../domain/ledger';
import { negated, sumOf, type Amount } from '../../../platform/money/money';

const NOW = statement(
  'balances.now',
  `SELECT b.post_id AS "postId", p.code AS "postCode", b.programme, b.part, b.account, b.pen::text
     FROM ledger_balances b JOIN posts p ON p.id = b.post_id
    WHERE b.year = $1 AND ($2::uuid IS NULL OR b.post_id = $2) AND ($3::text IS NULL OR b.programme = $3)
    ORDER BY p.code, b.programme, b.part`,
);
/** The last balance of each account at that instant: it stands in the entry. */
const AT = statement(
  'balances.at',
  `SELECT b.post_id AS "postId", p.code AS "postCode", b.programme, b.part, b.account, e.balance::text AS pen
     FROM ledger_balances b JOIN posts p ON p.id = b.post_id
     CROSS JOIN LATERAL (SELECT x.balance FROM ledger_entries x
       WHERE (x.year, x.post_id, x.programme, x.part, x.account) = (b.year, b.post_id, b.programme, b.part, b.account)
         AND x.posted_at <= $4 ORDER BY x.posted_at DESC, x.seq DESC LIMIT 1) e
    WHERE b.year = $1 AND ($2::uuid IS NULL OR b.post_id = $2) AND ($3::text IS NULL OR b.programme = $3)
    ORDER BY p.code, b.programme, b.part`,
);
/** By the clock that stamps the entries. */
const IS_PAST = statement(
  'balances.is-past',
  'SELECT $1::timestamptz <= clock_timestamp() AS past',
);
const QUARTERS = statement(
  'balances.quarters',
  `SELECT year, quarter, state, reason, changed_at AS "changedAt" FROM budget_quarters ORDER BY year DESC, quarter`,
);
const TRANSACTIONS = statement(
  'balances.transactions',
  `SELECT t.id, t.kind, t.happened_on::text AS "happenedOn", t.recorded_at AS "recordedAt", t.recorded_at::text AS "cursorKey",
          p.code AS "postCode", o.code AS "otherPostCode", t.certificate, t.reason, t.reverses,
          n.display_name AS "recordedBy", EXISTS (SELECT 1 FROM ledger_transactions r WHERE r.reverses = t.id) AS reversed,
          e.programme, e.part AS line, e.currency, e.amount, e.pen, e.usd, e.rate
     FROM ledger_transactions t JOIN posts p ON p.id = t.post_id LEFT JOIN posts o ON o.id = t.other_post_id
     LEFT JOIN staff_names n ON n.id = t.recorded_by
     CROSS JOIN LATERAL (SELECT x.programme, x.part, x.currency, x.amount::text, x.pen::text, x.usd::text, r.pen::text AS rate
        FROM ledger_entries x JOIN exchange_rates r ON r.id = x.rate_id
       WHERE x.transaction_id = t.id AND x.pen >= 0 ORDER BY x.part DESC, x.seq LIMIT 1) e
    WHERE ($1::uuid IS NULL OR t.post_id = $1 OR t.other_post_id = $1)
      AND ($3::timestamptz IS NULL OR (t.recorded_at, t.id) < ($3, $4::uuid))
    ORDER BY t.recorded_at DESC, t.id DESC LIMIT $2`,
);

/** Soles, as decimal strings. `allotted` is all that the post was given so far this year. */
export interface Balance extends Record<Exclude<Account, 'appropriation'>, Amount> {
  allotted: Amount;
}
export interface LineBalance {
  /** Budget line. */
  line: string;
  reserved: Amount;
  committed: Amount;
  paid: Amount;
  accounted: Amount;
}
export interface PostBalance extends Balance {
  postId: string;
  postCode: string;
  programme: Programme;
  lines: LineBalance[];
}
export interface BudgetQuarter {
  year: number;
  quarter: number;
  state: QuarterState;
  reason: string | null;
  changedAt: string;
}

interface Row {
  postId: string;
  postCode: string;
  programme: Programme;
  part: string;
  account: Account;
  pen: Amount;
}
type TransactionRow = Omit<Movement, 'recordedAt'> & { recordedAt: Date; cursorKey: string };

/** One movement of money: its debit side stands for it. */
export interface Movement {
  id: string;
  kind: TransactionKind;
  happenedOn: string;
  recordedAt: string;
  recordedBy: string | null;
  postCode: string;
  otherPostCode: string | null;
  programme: Programme;
  /** Budget line, or the quarter that it waits for; empty for neither. */
  line: string;
  /** ISO 4217. */
  currency: string;
  amount: Amount;
  pen: Amount;
  usd: Amount;
  /** Soles for one unit of the currency. */
  rate: string;
  certificate: string | null;
  reason: string | null;
  /** The movement that it takes back. */
  reverses: string | null;
  reversed: boolean;
}

/** What has become of the money, in the reader's reach, now or at any instant. */
@Injectable()
export class Balances {
  constructor(private readonly database: Database) {}

  /** 422 when `at` is to come. */
  async show(
    actor: Actor,
    filter: { year: number; post?: string; programme?: Programme; at?: string },
  ): Promise<{ items: PostBalance[]; total: Balance }> {
    const { year, post = null, programme = null, at } = filter;
    const rows = await this.database.inTransaction(actor, async () => {
      if (!at) return this.database.query<Row>(NOW, [year, post, programme]);
      const [time] = await this.database.query<{ past: boolean }>(IS_PAST, [at]);
      if (!time!.past) throw invalidField('at', 'notInFuture');
      return this.database.query<Row>(AT, [year, post, programme, at]);
    });
    return { items: byPost(rows), total: balanceOf(rows) };
  }

  quarters(actor: Actor): Promise<{ items: BudgetQuarter[] }> {
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<
        Omit<BudgetQuarter, 'changedAt'> & { changedAt: Date }
      >(QUARTERS);
      return { items: rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() })) };
    });
  }

  /** Movements, newest first. */
  transactions(
    actor: Actor,
    { post, cursor, limit }: { post?: string; cursor?: string; limit: number },
  ): Promise<Page<Movement>> {
    const after = decodeCursor(cursor) ?? [null, null];
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<TransactionRow>(TRANSACTIONS, [
        post ?? null,
        limit + 1,
        ...after,
      ]);
      return toPage(
        rows,
        limit,
        (row) => [row.cursorKey, row.id],
        ({ cursorKey: _, recordedAt, ...row }) => ({
          ...row,
          recordedAt: recordedAt.toISOString(),
        }),
      );
    });
  }
}

const inAccount = (rows: readonly Row[], account: Account): Amount =>
  sumOf(rows.filter((row) => row.account === account).map(({ pen }) => pen));

function balanceOf(rows: readonly Row[]): Balance {
  const { appropriation, ...accounts } = Object.fromEntries(
    ACCOUNTS.map((account) => [account, inAccount(rows, account)]),
  ) as Record<Account, Amount>;
  return { allotted: negated(appropriation), ...accounts };
}

const LINE_ACCOUNTS = ['reserved', 'committed', 'paid', 'accounted'] as const;

function linesOf(rows: readonly Row[]): LineBalance[] {
  const spent = rows.filter(({ account }) =>
    (LINE_ACCOUNTS as readonly string[]).includes(account),
  );
  return [...new Set(spent.map(({ part }) => part))].map((line) => {
    const of = spent.filter(({ part }) => part === line);
    const [reserved, committed, paid, accounted] = LINE_ACCOUNTS.map((a) => inAccount(of, a));
    return {
      line,
      reserved: reserved!,
      committed: committed!,
      paid: paid!,
      accounted: accounted!,
    };
  });
}

function byPost(rows: readonly Row[]): PostBalance[] {
  const keyOf = ({ postId, programme }: Row) => `${postId} ${programme}`;
  return [...new Set(rows.map(keyOf))].map((key) => {
    const of = rows.filter((row) => keyOf(row) === key);
    const { postId, postCode, programme } = of[0]!;
    return { postId, postCode, programme, ...balanceOf(of), lines: linesOf(of) };
  });
}
