import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Actor } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement, type Statement } from '../../../platform/database/statement';
import { isQuiet } from '../domain/obligation';
import { Obligations } from '../planning/obligations';
import { projectionOf, type CaseProjection } from '../planning/plan-writer';

/** A reminder may take this long from its hour through poller, relay and queue. */
const GRACE_MINUTES = 15;

/** Reminders whose hour lies before this should have gone out. */
export const unsentBefore = (now: Temporal.Instant): string =>
  now.subtract({ minutes: GRACE_MINUTES }).toString();

export const COUNT_OPEN = statement(
  'proof.open-cases',
  'SELECT count(*)::int AS violations FROM cases WHERE closed_at IS NULL',
);
export const COUNT_SILENT = statement(
  'proof.silent-cases',
  `SELECT count(*)::int AS violations FROM cases c
    WHERE c.closed_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM obligations o WHERE o.case_id = c.id AND o.status = 'open')`,
);
export const COUNT_UNSENT = statement(
  'proof.unsent-reminders',
  `SELECT count(*)::int AS violations FROM reminders
    WHERE state IN ('planned', 'queued') AND send_at <= $1`,
);
const COUNT_TWICE = statement(
  'proof.sent-twice',
  `SELECT count(*)::int AS violations FROM (
     SELECT 1 FROM notices n JOIN reminders r ON r.id = n.reminder_id
      GROUP BY r.obligation_id, r.rung, r.due_at, n.account_id HAVING count(*) > 1) twice`,
);
const PAGE = statement(
  'proof.open-page',
  `SELECT id, next_due_at AS "nextDueAt", next_duty AS "nextDuty", next_visit_at AS "nextVisitAt",
          last_visit_at AS "lastVisitAt", first_contact_at AS "firstContactAt"
     FROM cases WHERE closed_at IS NULL AND id > $1 ORDER BY id LIMIT $2`,
);
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const BATCH = 200;

export interface InvariantResult {
  invariant: string;
  violations: number;
}

type Projected = { [K in keyof CaseProjection]: Date | string | null } & { id: string };

/** What must hold of the ledger at any moment, for `verify`. Runs as the system. */
@Injectable()
export class ObligationInvariants {
  constructor(
    private readonly database: Database,
    private readonly obligations: Obligations,
    private readonly clock: Clock,
  ) {}

  async check(): Promise<InvariantResult[]> {
    const now = this.clock.now();
    return [
      await this.count('open_cases_without_open_obligation', COUNT_SILENT),
      await this.count('due_reminders_unsent', COUNT_UNSENT, [unsentBefore(now)]),
      await this.count('reminders_sent_twice', COUNT_TWICE),
      {
        invariant: 'visits_or_duties_differ_from_events',
        violations: await this.differingCases(),
      },
    ];
  }

  /** Open cases whose ledger or shown dates are not what planning from events gives now. */
  async differingCases(): Promise<number> {
    let after = BEFORE_ALL;
    let differing = 0;
    for (;;) {
      const found = await this.asSystem(async () => {
        const rows = await this.database.query<Projected>(PAGE, [after, BATCH]);
        const plans = await this.obligations.dryRun(
          rows.map(({ id }) => id),
          'verify',
        );
        const byId = new Map(plans.map((plan) => [plan.caseId, plan]));
        const wrong = rows.filter((row) => {
          const plan = byId.get(row.id);
          return !plan || !isQuiet(plan.reconciliation) || !shows(row, projectionOf(plan));
        });
        return { last: rows.at(-1)?.id, wrong: wrong.length };
      });
      if (!found.last) return differing;
      differing += found.wrong;
      after = found.last;
    }
  }

  private count(
    invariant: string,
    sql: Statement,
    values: unknown[] = [],
  ): Promise<InvariantResult> {
    return this.asSystem(async () => {
      const [row] = await this.database.query<{ violations: number }>(sql, values);
      return { invariant, violations: row!.violations };
    });
  }

  private asSystem<T>(work: () => Promise<T>): Promise<T> {
    return this.database.inTransaction(Actor.system(), work);
  }
}

/** Equal to the millisecond, which is what the register promises of computed instants. */
function shows(row: Projected, expected: CaseProjection): boolean {
  const plain = (value: Date | Temporal.Instant | string | null): string | number | null =>
    value instanceof Date ? value.getTime() : (toMillis(value) ?? (value as string | null));
  return (Object.keys(expected) as (keyof CaseProjection)[]).every(
    (field) => plain(row[field]) === plain(expected[field]),
  );
}

const toMillis = (value: unknown): number | null =>
  value instanceof Temporal.Instant ? value.epochMilliseconds : null;
