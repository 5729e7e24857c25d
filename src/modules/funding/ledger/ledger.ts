import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { newId } from '../../../platform/ids';
import type { Entry, TransactionKind } from '../domain/ledger';

const TRANSACTION = statement(
  'ledger.transaction',
  `INSERT INTO ledger_transactions
     (id, kind, post_id, other_post_id, happened_on, certificate, reason, reverses, aid_id, distribution_id, recorded_by)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, app.account())`,
);
/** In the order given, which is the order in which balances are locked. */
const ENTRIES = statement(
  'ledger.entries',
  `INSERT INTO ledger_entries
     (transaction_id, year, post_id, programme, part, account, currency, amount, pen, usd, rate_id)
   SELECT $1, e.year, e."postId", e.programme, e.part, e.account, e.currency, e.amount, e.pen, e.usd, e."rateId"
     FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS (year smallint, "postId" uuid, programme text, part text,
            account text, currency text, amount numeric, pen numeric, usd numeric, "rateId" uuid))
          WITH ORDINALITY AS e(year, "postId", programme, part, account, currency, amount, pen, usd, "rateId", n)
    ORDER BY e.n`,
);

export interface NewTransaction {
  kind: TransactionKind;
  entries: readonly Entry[];
  postId: string;
  otherPostId?: string;
  /** Civil day on which the money moved; its quarter must be open. */
  happenedOn: string;
  /** Reference of the budget certificate. */
  certificate?: string | undefined;
  reason?: string | undefined;
  /** The aid that moves the money. */
  aidId?: string;
  /** The distribution that allots it. */
  distributionId?: string | undefined;
  /** The transaction that this one takes back. */
  reverses?: string;
}

/** The one way into the ledger. Nothing in it is ever edited. */
@Injectable()
export class Ledger {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /**
   * Within the ambient transaction of whoever moves money, which the database refuses whole when a
   * balance would fall below zero (409 FUNDS_NOT_AVAILABLE) or the quarter is not open (409
   * QUARTER_NOT_OPEN).
   */
  async post(input: NewTransaction): Promise<{ id: string }> {
    const id = newId();
    this.database.post(TRANSACTION, [
      id,
      input.kind,
      input.postId,
      input.otherPostId ?? null,
      input.happenedOn,
      input.certificate ?? null,
      input.reason ?? null,
      input.reverses ?? null,
      input.aidId ?? null,
      input.distributionId ?? null,
    ]);
    this.database.post(ENTRIES, [id, JSON.stringify(input.entries)]);
    await this.audit.record({
      action: `money.${input.kind}`,
      subjectType: 'ledger_transaction',
      subjectId: id,
      details: { postId: input.postId },
    });
    return { id };
  }
}
