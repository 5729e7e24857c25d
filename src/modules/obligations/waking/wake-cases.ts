import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { Notices } from '../../notices';
import { WakeCase } from '../../cases';
import { recipientsOf } from '../domain/recipients';
import { Policies } from '../policies/policies';
import { Teams } from '../reminders/teams';

/** Cases whose wake date has come at their post, at the policy's local hour. */
const DUE = statement(
  'wake.due',
  `SELECT c.id FROM cases c JOIN posts p ON p.id = c.post_id
    WHERE c.status = 'on_hold' AND c.wake_on <= ($1::timestamptz + interval '1 day')::date
      AND c.wake_on + make_interval(hours => $2) <= $1::timestamptz AT TIME ZONE p.time_zone
      AND c.id > $3
    ORDER BY c.id LIMIT $4`,
);
const ZONE = statement('wake.zone', 'SELECT time_zone AS zone FROM posts WHERE id = $1');
const BATCH = 200;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Wakes cases that were on hold until today. The change of status, its entry and the officer's notice
 * are one transaction under the case's lock: whoever comes second finds the case awake.
 */
@Injectable()
export class WakeCases {
  constructor(
    private readonly database: Database,
    private readonly wake: WakeCase,
    private readonly teams: Teams,
    private readonly notices: Notices,
    private readonly policies: Policies,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Wakes all that are due, each in its own transaction; returns how many. */
  async run(): Promise<number> {
    const now = this.clock.now();
    let woken = 0;
    for (let after = BEFORE_ALL; ;) {
      const due = await this.due(now, after);
      for (const { id } of due) woken += (await this.one(id, now)) ? 1 : 0;
      const last = due.at(-1);
      if (!last || due.length < BATCH) return woken;
      after = last.id;
    }
  }

  private due(now: Temporal.Instant, after: string): Promise<{ id: string }[]> {
    return this.database.inTransaction(Actor.system(), async () => {
      const { localHour } = (await this.policies.current(now)).policy.escalation;
      return this.database.query<{ id: string }>(DUE, [now.toString(), localHour, after, BATCH]);
    });
  }

  private one(id: string, now: Temporal.Instant): Promise<boolean> {
    return this.database.inTransaction(Actor.system(), async () => {
      const woken = await this.wake.run(id);
      if (!woken) return false;
      const { file, wakeOn } = woken;
      const about = { caseId: id, postId: file.postId, tier: file.tier };
      const accounts = recipientsOf('officer', await this.teams.of(about, 'officer', now));
      const [post] = await this.database.query<{ zone: string }>(ZONE, [file.postId]);
      for (const accountId of accounts) {
        await this.notices.notify({
          accountId,
          kind: 'case_woken',
          caseId: id,
          postId: file.tier === 'sealed' ? null : file.postId,
          data: {
            params: { reference: file.reference ?? '' },
            timeZone: post!.zone,
            path: `/cases/${id}`,
          },
          key: `case.woken:${id}:${wakeOn}:${file.version}:${accountId}`,
        });
      }
      await this.audit.record({
        action: 'case.woken',
        subjectType: 'case',
        subjectId: id,
        details: { wakeOn, told: accounts.length },
      });
      return true;
    });
  }
}
