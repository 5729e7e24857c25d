import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { ProtectedText } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError } from '../../../platform/errors/domain-error';
import { assertOpen, CaseFiles, Timeline, type Case } from '../../cases';
import { Obligations } from '../planning/obligations';
import { SnoozeRules, type DutyRow, type Snoozed, type Snoozes } from './snooze-rules';

/** Within the actor's reach: a duty that they may not know of goes on as it was. */
const OPEN_DUTIES = statement(
  'snooze.open-duties',
  `SELECT o.id, o.kind, o.due_at AS "dueAt", o.breached_at IS NOT NULL AS breached,
          o.snoozed_until AS "snoozedUntil", p.time_zone AS zone
     FROM obligations o JOIN cases c ON c.id = o.case_id JOIN posts p ON p.id = c.post_id
    WHERE o.case_id = $1 AND o.status = 'open' ORDER BY o.due_at, o.id`,
);
const SET = statement(
  'snooze.set',
  `UPDATE obligations o SET snoozed_until = n.until, version = o.version + 1
     FROM jsonb_to_recordset($2) AS n (id uuid, until timestamptz)
    WHERE o.id = n.id AND o.case_id = $1`,
);

export interface SnoozeInput {
  /** Civil date at the case's post on which the reminders come again. */
  until: string;
  reason: string;
}

/**
 * Puts off the officer's reminders of a case until a date, with a reason (default). The duties and
 * their due instants stay, and so do the rungs to the head of post and to headquarters.
 */
@Injectable()
export class SnoozeCase {
  constructor(
    private readonly database: Database,
    private readonly files: CaseFiles,
    private readonly timeline: Timeline,
    private readonly rules: SnoozeRules,
    private readonly obligations: Obligations,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * 422 SNOOZE_WELFARE_DUTY, SNOOZE_HOURS_DUTY, SNOOZE_BREACH or SNOOZE_PAST_DUE when no open duty may
   * wait, by the first of them; NOTHING_TO_SNOOZE without any; SNOOZE_NOT_AHEAD for a date that is past.
   */
  run(actor: Actor, id: string, input: SnoozeInput): Promise<Snoozed> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lockOpen(id);
      const snoozed = await this.examine(actor, file, input.until);
      await this.write(id, snoozed.after, 'snoozed');
      await this.timeline.append({
        caseId: id,
        kind: 'case.snoozed',
        occurredAt: this.clock.now(),
        data: { until: input.until, reason: ProtectedText.clear(input.reason) },
      });
      await this.audit.record({
        action: 'case.snoozed',
        subjectType: 'case',
        subjectId: id,
        details: { until: input.until, duties: snoozed.putOff },
      });
      return snoozed;
    });
  }

  /** What `run` would do; throws what it would refuse with. Locks and writes nothing. */
  async examine(actor: Actor, file: Case, until: string): Promise<Snoozed> {
    assertOpen(file.status);
    actor.require('obligation.acknowledge', file.postId);
    const duties = await this.database.query<DutyRow>(OPEN_DUTIES, [file.id]);
    return this.rules.decide(duties, until, this.clock.now());
  }

  /** Lets duties wait as they waited before; 409 CHANGED_SINCE unless each is as it was left. */
  restore(actor: Actor, id: string, was: Snoozes, left: Snoozes): Promise<void> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lockOpen(id);
      actor.require('obligation.acknowledge', file.postId);
      const duties = await this.database.query<DutyRow>(OPEN_DUTIES, [id]);
      const now = new Map(
        duties.map((duty) => [duty.id, duty.snoozedUntil?.toISOString() ?? null]),
      );
      if (Object.entries(left).some(([duty, until]) => now.get(duty) !== until)) {
        throw new DomainError('CHANGED_SINCE', { status: 409 });
      }
      await this.write(id, was, 'snooze_undone');
      await this.timeline.append({
        caseId: id,
        kind: 'case.snooze_undone',
        occurredAt: this.clock.now(),
      });
      await this.audit.record({
        action: 'case.snooze_undone',
        subjectType: 'case',
        subjectId: id,
      });
    });
  }

  private async write(caseId: string, snoozes: Snoozes, why: string): Promise<void> {
    const rows = Object.entries(snoozes).map(([id, until]) => ({ id, until }));
    await this.database.query(SET, [caseId, JSON.stringify(rows)]);
    await this.obligations.replan(caseId, why);
  }
}
