import { Temporal } from '@js-temporal/polyfill';
import type { DynamicModule, Type } from '@nestjs/common';
import { CaseFilesModule, casesMessages } from '../../../src/modules/cases';
import { ROLE_PERMISSIONS } from '../../../src/modules/network';
import { noticesMessages } from '../../../src/modules/notices';
import { obligationsMessages, Obligations, type Duty } from '../../../src/modules/obligations';
import { openDuty } from '../../../src/modules/obligations/domain/duty';
import { ObligationWorkModule } from '../../../src/modules/obligations/obligations-worker.module';
import { ClaimReminders } from '../../../src/modules/obligations/reminders/claim-reminders';
import { SendReminderProcessor } from '../../../src/modules/obligations/reminders/send-reminder.processor';
import { Actor } from '../../../src/platform/access/actor';
import { Database } from '../../../src/platform/database/database';
import { newId } from '../../../src/platform/ids';
import { createStaff, type Staff } from '../../factories/staff';
import { FakeClock } from '../../support/fake-clock';
import { openBench, type Bench, type JobsProcess } from '../jobs/harness';

/** A duty as a test states it; its due instant is computed by the planner under test. */
export type StatedDuty = Pick<Duty, 'kind' | 'anchor' | 'startsAt' | 'rule'> & Partial<Duty>;

export interface CaseOptions {
  post?: string;
  tier?: 'standard' | 'restricted' | 'sealed';
  assignee?: string | null;
  members?: Record<string, 'second' | 'circle' | 'honorary'>;
  duties?: StatedDuty[];
}

/** The ledger over a real database, with a family of cases whose facts are the duties themselves. */
export interface Ledger {
  bench: Bench;
  process: JobsProcess;
  staff: Staff;
  clock: FakeClock;
  obligations: Obligations;
  openCase(options?: CaseOptions): Promise<string>;
  /** Replaces the facts of a case and plans it, as `who` or as the system. */
  state(caseId: string, duties: StatedDuty[], why?: string, who?: string): Promise<void>;
  /** Claims what is due and delivers it at once; returns what each notice of it said. */
  remind(): Promise<string[]>;
  actor(username: string): Actor;
  query<R extends object>(sql: string, values?: unknown[]): Promise<R[]>;
  get<T>(token: Type<T>): T;
  close(): Promise<void>;
}

export interface LedgerOptions {
  imports?: (DynamicModule | Type)[];
  worker?: boolean;
}

export async function openLedger(
  clock = new FakeClock('2026-03-02T09:00:00Z'),
  { imports = [], worker = false }: LedgerOptions = {},
): Promise<Ledger> {
  const bench = await openBench('PostgreSQL');
  const staff = await createStaff(bench.owner);
  const process = await bench.start([], {
    clock,
    worker,
    catalogues: [obligationsMessages, noticesMessages, casesMessages],
    imports: [CaseFilesModule, ObligationWorkModule, ...imports],
  });
  const get = <T>(token: Type<T>): T => process.app.get(token, { strict: false });
  const facts = new Map<string, StatedDuty[]>();
  const obligations = get(Obligations);
  obligations.register<StatedDuty[]>(
    {
      family: 'test_family',
      kinds: ['first_contact', 'periodic_visit', 'mistreatment_assessment'],
      visitKinds: ['periodic_visit'],
      ofAttention: false,
      plan: (stated, policy, calendar, zone) =>
        stated.map(({ kind, anchor, startsAt, rule, ...more }) => {
          const length = policy.durations[kind] ?? rule;
          return { ...openDuty(kind, anchor, startsAt, length, calendar, zone), ...more };
        }),
      milestones: (stated) => ({
        firstContactAt: null,
        lastVisitAt: stated.find((duty) => duty.kind === 'periodic_visit')?.startsAt ?? null,
      }),
    },
    { load: (ids) => Promise.resolve(new Map(ids.flatMap((id) => kept(facts, id)))) },
  );
  const query: Ledger['query'] = async (sql, values = []) =>
    (await bench.owner.query(sql, values)).rows as never;
  const actor = (username: string): Actor =>
    Actor.account({
      accountId: staff.accounts[username]!,
      sessionId: null,
      username,
      displayName: username,
      language: 'es',
      grants: [],
      permissions: ROLE_PERMISSIONS,
      tokenScope: null,
      secondFactor: false,
    });
  const state: Ledger['state'] = async (caseId, duties, why = 'test', who) => {
    facts.set(caseId, duties);
    await get(Database).inTransaction(who ? actor(who) : Actor.system(), async () => {
      await obligations.replan(caseId, why);
    });
  };
  let cases = 0;
  return {
    bench,
    process,
    staff,
    clock,
    obligations,
    get,
    query,
    actor,
    state,
    openCase: async ({ post = 'MAD', tier = 'standard', ...options } = {}) => {
      const id = newId();
      const { assignee = 'oficial.mad', members = {}, duties } = options;
      const assigneeId = assignee ? staff.accounts[assignee] : null;
      await query(
        `INSERT INTO cases (id, post_id, reference, family, type, tier, status, intake_channel, occurred_at, country, assignee_id)
         VALUES ($1, $2, $3, 'test_family', 'test', $4, 'active', 'person', $5, 'ES', $6)`,
        [
          id,
          staff.posts[post],
          `${post}-2026-${`${(cases += 1)}`.padStart(6, '0')}`,
          tier,
          clock.now().toString(),
          assigneeId,
        ],
      );
      await query(
        `INSERT INTO timeline_entries (id, case_id, kind, occurred_at) VALUES ($1, $2, 'case.opened', $3)`,
        [newId(), id, clock.now().toString()],
      );
      const circle = { ...(assignee ? { [assignee]: 'assigned' } : {}), ...members };
      for (const [username, kind] of Object.entries(circle)) {
        await query(
          `INSERT INTO case_members (id, case_id, account_id, kind) VALUES ($1, $2, $3, $4)`,
          [newId(), id, staff.accounts[username], kind],
        );
      }
      if (duties) await state(id, duties);
      return id;
    },
    remind: async () => {
      await get(ClaimReminders).run();
      const queued = await query<{ id: string }>(
        `SELECT id FROM reminders WHERE state = 'queued' ORDER BY send_at, id`,
      );
      const [before] = await query<{ n: string }>('SELECT count(*) AS n FROM notices');
      for (const { id } of queued) await get(SendReminderProcessor).run({ reminderId: id });
      const told = await query<{ said: string }>(
        `SELECT a.username || ' ' || r.rung AS said FROM notices n JOIN accounts a ON a.id = n.account_id
          JOIN reminders r ON r.id = n.reminder_id ORDER BY n.recorded_at, n.id OFFSET $1`,
        [before!.n],
      );
      return told.map(({ said }) => said).sort();
    },
    close: () => bench.close(),
  };
}

const kept = (facts: Map<string, StatedDuty[]>, id: string): [string, StatedDuty[]][] => {
  const stated = facts.get(id);
  return stated ? [[id, stated]] : [];
};

export const at = (iso: string): Temporal.Instant => Temporal.Instant.from(iso);

export const contactAt = (startsAt: Temporal.Instant, more: Partial<Duty> = {}): StatedDuty => ({
  kind: 'first_contact',
  anchor: 'notice',
  startsAt,
  rule: { unit: 'hours', value: 24 },
  ...more,
});

export const visitAfter = (
  startsAt: Temporal.Instant,
  days = 30,
  more: Partial<Duty> = {},
): StatedDuty => ({
  kind: 'periodic_visit',
  anchor: 'visit-1',
  startsAt,
  rule: { unit: 'days', value: days },
  ...more,
});
