import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { DomainError, invalidField } from '../../../platform/errors/domain-error';
import { localDayOf, localHour } from '../domain/local-days';
import { durationOf } from '../domain/policy';
import { snoozeRefusal, type SnoozeRefusal } from '../domain/snooze';
import { Planners } from '../planning/planners';
import { Policies } from '../policies/policies';

export interface DutyRow {
  id: string;
  kind: string;
  dueAt: Date;
  breached: boolean;
  snoozedUntil: Date | null;
  zone: string;
}

/** Until when each duty was put off, by its id; null: not at all. ISO 8601 UTC. */
export type Snoozes = Record<string, string | null>;

export interface Snoozed {
  /** How many duties wait. */
  putOff: number;
  /** How many go on as they were. */
  kept: number;
  before: Snoozes;
  after: Snoozes;
}

const at = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());

/** Which of a case's duties may wait, by the policy in force. */
@Injectable()
export class SnoozeRules {
  constructor(
    private readonly policies: Policies,
    private readonly planners: Planners,
  ) {}

  async decide(duties: readonly DutyRow[], date: string, now: Temporal.Instant): Promise<Snoozed> {
    const [first] = duties;
    if (!first) throw new DomainError('NOTHING_TO_SNOOZE');
    const { policy } = await this.policies.current(now);
    const noon = Temporal.PlainDate.from(date).toZonedDateTime({
      timeZone: 'UTC',
      plainTime: '12:00',
    });
    const day = localDayOf(noon.toInstant(), 'UTC');
    const until = localHour(day, policy.escalation.localHour, first.zone);
    if (Temporal.Instant.compare(until, now) <= 0) throw invalidField('until', 'SNOOZE_NOT_AHEAD');
    const snoozed: Snoozed = { putOff: 0, kept: 0, before: {}, after: {} };
    let refusal: SnoozeRefusal | null = null;
    for (const duty of duties) {
      const welfare = this.planners.isWelfare(duty.kind);
      const why = snoozeRefusal(
        {
          welfare,
          unit: welfare ? 'hours' : durationOf(policy, duty.kind).unit,
          due: at(duty.dueAt),
          breached: duty.breached,
        },
        until,
        now,
      );
      refusal ??= why;
      if (why) snoozed.kept += 1;
      else {
        snoozed.putOff += 1;
        snoozed.before[duty.id] = duty.snoozedUntil?.toISOString() ?? null;
        snoozed.after[duty.id] = new Date(until.epochMilliseconds).toISOString();
      }
    }
    if (snoozed.putOff === 0 && refusal) throw new DomainError(refusal);
    return snoozed;
  }
}
