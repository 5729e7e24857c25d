import { Injectable } from '@nestjs/common';
import { Actor } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { newId } from '../../../platform/ids';
import { Outbox } from '../../../platform/outbox/outbox';
import { ReplanCases } from '../jobs/obligation.jobs';
import { Obligations } from '../planning/obligations';
import type { CasePlan } from '../planning/plan-writer';
import { Policies } from '../policies/policies';

/** One run per policy version and per calendar version, whoever notices first. */
const BEGIN = statement(
  'replan.begin',
  `INSERT INTO replan_runs (id, why, policy_version, post_id, calendar_version, started_at, progressed_at)
   VALUES ($1, $2, $3, $4, $5, $6, $6) ON CONFLICT DO NOTHING RETURNING id`,
);
const OF_CALENDAR = statement(
  'replan.of-calendar',
  'SELECT id FROM replan_runs WHERE post_id = $1 AND calendar_version = $2',
);
const KNOWN = statement('replan.of-policy', 'SELECT id FROM replan_runs WHERE policy_version = $1');
const LOCK = statement(
  'replan.lock',
  `SELECT why, post_id AS "postId", last_case_id AS "lastCaseId" FROM replan_runs
    WHERE id = $1 AND state = 'running' FOR UPDATE`,
);
const NEXT = statement(
  'replan.next-cases',
  `SELECT id FROM cases
    WHERE closed_at IS NULL AND ($1::uuid IS NULL OR post_id = $1) AND id > $2
    ORDER BY id LIMIT $3`,
);
const PROGRESS = statement(
  'replan.progress',
  `UPDATE replan_runs SET last_case_id = $2, cases_seen = cases_seen + $3,
          obligations_moved = obligations_moved + $4, progressed_at = $5 WHERE id = $1`,
);
const FINISH = statement(
  'replan.finish',
  `UPDATE replan_runs SET state = 'done', progressed_at = $2, finished_at = $2 WHERE id = $1`,
);
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const BATCH = 50;
/** The policy of the first migration needs no run: nothing was planned before it. */
const FIRST_VERSION = 1;

interface Run {
  why: string;
  postId: string | null;
  lastCaseId: string | null;
}

/** How many due instants a plan moves. */
export const movedBy = (plan: CasePlan): number =>
  plan.reconciliation.changed.filter(({ change }) => change && !change.oldDue.equals(change.newDue))
    .length;

/**
 * Plans every case again that a new policy or a changed calendar reaches: in batches, each with its
 * place in the list in one transaction, so that a run that is cut off goes on where it was and every
 * case is moved once.
 */
@Injectable()
export class ReplanRuns {
  constructor(
    private readonly database: Database,
    private readonly obligations: Obligations,
    private readonly policies: Policies,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Asks for a run when another policy version has come into force. True when it did. */
  beginForPolicy(): Promise<boolean> {
    return this.database.inTransaction(Actor.system(), async () => {
      const { version } = (await this.policies.current(this.clock.now())).policy;
      if (version === FIRST_VERSION) return false;
      const [known] = await this.database.query(KNOWN, [version]);
      if (known) return false;
      const runId = await this.begin('policy_changed', version, null, null);
      if (runId) await this.outbox.append(ReplanCases, { runId });
      return runId !== null;
    });
  }

  /** The run of a calendar version, begun now unless it is known; returns its id. */
  beginForCalendar(postId: string, calendarVersion: number): Promise<string> {
    return this.database.inTransaction(Actor.system(), async () => {
      const id = await this.begin('calendar_changed', null, postId, calendarVersion);
      if (id) return id;
      const [known] = await this.database.query<{ id: string }>(OF_CALENDAR, [
        postId,
        calendarVersion,
      ]);
      return known!.id;
    });
  }

  /** Goes on with a run to its end. */
  async finish(runId: string): Promise<void> {
    while (await this.advance(runId)) {
      // each batch commits by itself: whoever edits one of the next cases does not wait for all
    }
  }

  /** One batch; false when nothing is left. */
  advance(runId: string): Promise<boolean> {
    return this.database.inTransaction(Actor.system(), async () => {
      const [run] = await this.database.query<Run>(LOCK, [runId]);
      if (!run) return false;
      const rows = await this.database.query<{ id: string }>(NEXT, [
        run.postId,
        run.lastCaseId ?? BEFORE_ALL,
        BATCH,
      ]);
      const now = this.clock.now().toString();
      const last = rows.at(-1);
      if (!last) {
        await this.database.query(FINISH, [runId, now]);
        return false;
      }
      const plans = await this.obligations.replanAll(
        rows.map(({ id }) => id),
        run.why,
      );
      const moved = plans.reduce((sum, plan) => sum + movedBy(plan), 0);
      await this.database.query(PROGRESS, [runId, last.id, plans.length, moved, now]);
      return true;
    });
  }

  private async begin(
    why: string,
    policyVersion: number | null,
    postId: string | null,
    calendarVersion: number | null,
  ): Promise<string | null> {
    const now = this.clock.now().toString();
    const values = [newId(), why, policyVersion, postId, calendarVersion, now];
    const [begun] = await this.database.query<{ id: string }>(BEGIN, values);
    return begun?.id ?? null;
  }
}
