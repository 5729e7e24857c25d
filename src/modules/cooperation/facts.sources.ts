import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../platform/database/database';
import { statement, type Statement } from '../../platform/database/statement';
import type { FactsSource } from '../obligations';
import type { ReferralFact } from './domain/referral';
import type { RequestFact } from './domain/service-request';
import type { TransferFact } from './domain/transfer';

const TRANSFERS = statement(
  'cooperation.transfer-facts',
  `SELECT case_id AS "caseId", id, requested_at AS "requestedAt", decided_at AS "decidedAt"
     FROM case_transfers WHERE case_id = ANY ($1)`,
);
const REQUESTS = statement(
  'cooperation.request-facts',
  `SELECT case_id AS "caseId", id, direction, kind, urgent, asked_at AS "askedAt",
          ended_at AS "endedAt", state
     FROM service_requests WHERE case_id = ANY ($1)`,
);

const REFERRALS = statement(
  'cooperation.referral-facts',
  `SELECT case_id AS "caseId", id, expires_at AS "expiresAt", ended_at AS "endedAt", state
     FROM referrals WHERE case_id = ANY ($1)`,
);

type Dated<Fact> = {
  [K in keyof Fact]: Fact[K] extends Temporal.Instant
    ? Date
    : Fact[K] extends Temporal.Instant | null
      ? Date | null
      : Fact[K];
} & { caseId: string };

const instants = <Fact extends object>(row: Dated<Fact>): Fact =>
  Object.fromEntries(
    Object.entries<unknown>({ ...row })
      .filter(([name]) => name !== 'caseId')
      .map(([name, value]) => [
        name,
        value instanceof Date ? Temporal.Instant.fromEpochMilliseconds(value.getTime()) : value,
      ]),
  ) as Fact;

/** Rows of one statement, as facts by case. */
async function load<Fact extends object>(
  database: Database,
  sql: Statement,
  ids: readonly string[],
): Promise<Map<string, Fact[]>> {
  const facts = new Map<string, Fact[]>();
  for (const row of await database.query<Dated<Fact>>(sql, [ids])) {
    const known = facts.get(row.caseId) ?? [];
    facts.set(row.caseId, [...known, instants<Fact>(row)]);
  }
  return facts;
}

/** What the clocks of working together run from. */
@Injectable()
export class CooperationFacts {
  readonly transfers: FactsSource<readonly TransferFact[]>;
  readonly requests: FactsSource<readonly RequestFact[]>;
  readonly referrals: FactsSource<readonly ReferralFact[]>;

  constructor(database: Database) {
    this.transfers = { load: (ids) => load<TransferFact>(database, TRANSFERS, ids) };
    this.referrals = { load: (ids) => load<ReferralFact>(database, REFERRALS, ids) };
    this.requests = { load: (ids) => load<RequestFact>(database, REQUESTS, ids) };
  }
}
