import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Clock } from '../../../platform/clock/clock';
import { PostCalendars } from '../../network';
import type { CommonDutyPlanner, DutyPlanner, FactsSource } from '../domain/duty';
import { dueAt } from '../domain/duration-rule';
import { allDuties } from '../domain/generic-duties';
import { dateOf, dueDayOf } from '../domain/local-days';
import { durationOf, type Policy } from '../domain/policy';
import { reconcile } from '../domain/reconcile';
import { Policies } from '../policies/policies';
import { FullSight } from './full-sight';
import { PlanReader, type CaseGround } from './plan-reader';
import { PlanWriter, projectionOf, type CasePlan, type CaseProjection } from './plan-writer';
import { Planners, type CasePlanner, type CommonPlan, type DutyNames } from './planners';

/** Now, in the precision that the register keeps. */
const moment = (clock: Clock): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(clock.now().epochMilliseconds);

/** The duty ledger: keeps what the register says each case owes in line with the facts. */
@Injectable()
export class Obligations {
  private readonly planned: ((caseIds: readonly string[]) => Promise<void>)[] = [];

  constructor(
    private readonly planners: Planners,
    private readonly policies: Policies,
    private readonly calendars: PostCalendars,
    private readonly reader: PlanReader,
    private readonly writer: PlanWriter,
    private readonly sight: FullSight,
    private readonly clock: Clock,
  ) {}

  /** For a family module, once, at start. */
  register<Facts>(planner: DutyPlanner<Facts>, source: FactsSource<Facts>): void {
    this.planners.register(planner, source);
  }

  /** For duties that belong to no family, once, at start: they are added to those of the family. */
  registerForAll<Facts>(planner: CommonDutyPlanner<Facts>, source: FactsSource<Facts>): void {
    this.planners.registerForAll(planner, source);
  }

  /** For a module whose duty kinds are data: how each is called, in the ambient transaction. */
  nameDutiesBy(names: DutyNames): void {
    this.planners.nameBy(names);
  }

  /** Duty kinds that the code plans; a kind that is data must be none of them. */
  kindsOfCode(): string[] {
    return this.planners.kinds();
  }

  /** Told of the cases planned, with the system's sight and in the same transaction. */
  afterPlanning(hear: (caseIds: readonly string[]) => Promise<void>): void {
    this.planned.push(hear);
  }

  /**
   * Plans a case again inside the ambient transaction, after its facts have been written there:
   * obligations, their changes and reminders, and what the case shows of them.
   * @param why code (lower_snake) of what happened, e.g. `visit_recorded`; kept with each change
   * @returns what the case now shows
   */
  async replan(caseId: string, why: string): Promise<CaseProjection> {
    const [plan] = await this.replanAll([caseId], why);
    if (!plan) throw new Error('the case to be planned does not exist');
    return projectionOf(plan);
  }

  /** Plans many cases in the same few statements; their locks are taken in the order of ids. */
  replanAll(caseIds: readonly string[], why: string): Promise<CasePlan[]> {
    return this.sight.during(async () => {
      const plans = await this.plan(caseIds, true, why);
      await this.writer.write(plans, moment(this.clock));
      for (const hear of this.planned) await hear(plans.map(({ caseId }) => caseId));
      return plans;
    });
  }

  /**
   * What planning `caseIds` now would change, without writing or locking anything: to preview a
   * policy (`policy`), and to prove that the register says what the facts say.
   */
  dryRun(caseIds: readonly string[], why: string, policy?: Policy): Promise<CasePlan[]> {
    return this.sight.during(() => this.plan(caseIds, false, why, policy));
  }

  /**
   * The last local day of a duty of `kind` that begins at `startsAt`, by the policy in force: a term
   * that is told to somebody and stays as it was told. Within the ambient transaction.
   */
  async lastDayOf(
    kind: string,
    startsAt: Temporal.Instant,
    { postId, zone }: { postId: string; zone: string },
  ): Promise<Temporal.PlainDate> {
    const [{ policy }, calendar] = await Promise.all([
      this.policies.current(moment(this.clock)),
      this.calendars.of(postId),
    ]);
    const due = dueAt(startsAt, durationOf(policy, kind), calendar, zone);
    return dateOf(dueDayOf(due, zone));
  }

  private async plan(
    caseIds: readonly string[],
    lock: boolean,
    why: string,
    policy?: Policy,
  ): Promise<CasePlan[]> {
    // sent together and answered in order: facts of every source are read after the locks are held
    const [cases, commonTo] = await Promise.all([
      this.reader.read(caseIds, lock),
      this.planners.commonTo(caseIds),
    ]);
    const plannerOf = await this.planners.of(cases);
    const plans: CasePlan[] = [];
    for (const ground of cases) {
      const planners = { family: plannerOf(ground.id), common: commonTo(ground.id) };
      plans.push(await this.planOne(ground, planners, why, policy));
    }
    return plans;
  }

  private async planOne(
    ground: CaseGround,
    { family, common }: { family: CasePlanner; common: CommonPlan },
    why: string,
    preview?: Policy,
  ): Promise<CasePlan> {
    const now = moment(this.clock);
    const { zone, postId, stored } = ground;
    const policy = preview ?? (await this.policies.current(now, ground.newestPolicy)).policy;
    const calendar = await this.calendars.of(postId, ground.calendarVersion);
    const facts = { ...ground.facts, ofAttention: family.ofAttention };
    const owed = [...family.plan(policy, calendar, zone), ...common(policy, calendar, zone)];
    const desired = allDuties(owed, facts, stored, { now, policy, calendar, zone });
    return {
      caseId: ground.id,
      postId,
      policyVersion: policy.version,
      reconciliation: reconcile(stored, desired, {
        now,
        why,
        postId,
        escalation: policy.escalation,
        calendar,
        zone,
      }),
      milestones: family.milestones(),
      visitKinds: family.visitKinds,
    };
  }
}
