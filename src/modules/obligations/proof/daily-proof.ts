import { Injectable, Logger } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Actor } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { newId } from '../../../platform/ids';
import { Notices } from '../../notices';
import { COUNT_OPEN, COUNT_SILENT, COUNT_UNSENT, unsentBefore } from './invariants';

const ALONE = statement(
  'proof.alone',
  `SELECT pg_try_advisory_xact_lock(hashtextextended('obligation-proof', 0)) AS alone`,
);
const LATEST = statement(
  'proof.latest',
  `SELECT id, ran_at AS "ranAt", passed, open_cases AS "openCases", silent_cases AS "silentCases",
          unsent_reminders AS "unsentReminders"
     FROM proof_runs ORDER BY ran_at DESC, id DESC LIMIT $1`,
);
const RECORD = statement(
  'proof.record',
  `INSERT INTO proof_runs (id, ran_at, passed, open_cases, silent_cases, unsent_reminders)
   VALUES ($1, $2, $3, $4, $5, $6)`,
);
/** Who can mend it, and who answers for it. */
const ALARMED = statement(
  'proof.alarmed',
  `SELECT DISTINCT account_id AS "accountId" FROM staff_members
    WHERE role IN ('administrator', 'hq_director')
      AND valid_from <= $1 AND (valid_until IS NULL OR valid_until > $1)`,
);

/** A proof is due every day; after so many hours without one, somebody must look. */
export const PROOF_EVERY_HOURS = 24;
export const PROOF_LATE_AFTER_HOURS = 26;

interface Row {
  id: string;
  ranAt: Date;
  passed: boolean;
  openCases: number;
  silentCases: number;
  unsentReminders: number;
}

export type ProofRunView = Omit<Row, 'ranAt'> & { ranAt: string };

export interface ProofState {
  /** `failed`: the newest proof found a fault; `late`: there is none of the last 26 hours. */
  state: 'passed' | 'failed' | 'late';
  latest: ProofRunView | null;
}

const hoursBetween = (earlier: Temporal.Instant, later: Temporal.Instant): number =>
  (later.epochMilliseconds - earlier.epochMilliseconds) / 3_600_000;

/**
 * Proves from the tables alone, whatever the queues say, that no open case is without an open duty
 * and no due reminder unsent. Alarms administrators and the director when a proof fails or is late.
 */
@Injectable()
export class DailyProof {
  private readonly logger = new Logger('proof');

  constructor(
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** Runs the proof now and keeps its result. Null when another process is at it. */
  run(): Promise<ProofRunView | null> {
    return this.asSystem(async () => {
      const [lock] = await this.database.query<{ alone: boolean }>(ALONE);
      return lock!.alone ? this.prove() : null;
    });
  }

  /** Runs the proof when the last one is a day old, then alarms if that is late all the same. */
  async keep(): Promise<void> {
    const state = await this.state();
    const age = state.latest && this.ageOf(state.latest);
    if (age === null || age >= PROOF_EVERY_HOURS) await this.run();
    await this.watch();
  }

  /** Alarms once a day while no proof of the last 26 hours exists. */
  watch(): Promise<void> {
    return this.asSystem(async () => {
      if ((await this.read()).state !== 'late') return;
      const today = this.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString();
      this.logger.error({ fault: 'PROOF_LATE' });
      await this.alarm(`proof_late:${today}`);
    });
  }

  state(): Promise<ProofState> {
    return this.asSystem(() => this.read());
  }

  /** The newest runs, newest first. */
  list(actor: Actor, limit: number): Promise<ProofState & { items: ProofRunView[] }> {
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<Row>(LATEST, [limit]);
      return { ...(await this.read()), items: rows.map(view) };
    });
  }

  private async prove(): Promise<ProofRunView> {
    const now = this.clock.now();
    const open = await this.count(COUNT_OPEN, []);
    const silent = await this.count(COUNT_SILENT, []);
    const unsent = await this.count(COUNT_UNSENT, [unsentBefore(now)]);
    const passed = silent === 0 && unsent === 0;
    const id = newId();
    await this.database.query(RECORD, [id, now.toString(), passed, open, silent, unsent]);
    if (!passed) {
      this.logger.error({ fault: 'PROOF_FAILED', silent, unsent });
      await this.alarm(`proof_failed:${id}`);
    }
    return {
      id,
      ranAt: now.toString(),
      passed,
      openCases: open,
      silentCases: silent,
      unsentReminders: unsent,
    };
  }

  private async read(): Promise<ProofState> {
    const [row] = await this.database.query<Row>(LATEST, [1]);
    const latest = row ? view(row) : null;
    if (!latest || this.ageOf(latest) > PROOF_LATE_AFTER_HOURS) return { state: 'late', latest };
    return { state: latest.passed ? 'passed' : 'failed', latest };
  }

  private async alarm(key: string): Promise<void> {
    const accounts = await this.database.query<{ accountId: string }>(ALARMED, [
      this.clock.now().toString(),
    ]);
    for (const { accountId } of accounts) {
      await this.notices.notify({
        accountId,
        kind: 'proof_failed',
        key: `${key}:${accountId}`,
        data: { path: '/jobs' },
      });
    }
  }

  private ageOf(run: ProofRunView): number {
    return hoursBetween(Temporal.Instant.from(run.ranAt), this.clock.now());
  }

  private async count(sql: typeof COUNT_OPEN, values: unknown[]): Promise<number> {
    const [row] = await this.database.query<{ found: number }>(sql, values);
    return row!.found;
  }

  private asSystem<T>(work: () => Promise<T>): Promise<T> {
    return this.database.inTransaction(Actor.system(), work);
  }
}

const view = (row: Row): ProofRunView => ({ ...row, ranAt: row.ranAt.toISOString() });
