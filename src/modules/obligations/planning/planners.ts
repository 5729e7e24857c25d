import { Injectable } from '@nestjs/common';
import type { CommonDutyPlanner, Duty, DutyPlanner, FactsSource, Milestones } from '../domain/duty';
import { GENERIC_KINDS } from '../domain/generic-duties';
import type { WorkingCalendar } from '../domain/local-days';
import type { Policy } from '../domain/policy';

/** A family's rules with the facts of one case already in their hands. */
export interface CasePlanner {
  readonly visitKinds: readonly string[];
  readonly ofAttention: boolean;
  plan(policy: Policy, calendar: WorkingCalendar, zone: string): Duty[];
  milestones(): Milestones;
}

interface Registered {
  planner: DutyPlanner;
  source: FactsSource;
}

interface RegisteredForAll {
  planner: CommonDutyPlanner;
  source: FactsSource;
}

/** Duties beside those of the family, with the facts already in their hands. */
export type CommonPlan = (policy: Policy, calendar: WorkingCalendar, zone: string) => Duty[];

const NOTHING: CommonPlan = () => [];

const WITHOUT_FACTS: CasePlanner = {
  visitKinds: [],
  ofAttention: false,
  plan: () => [],
  milestones: () => ({ firstContactAt: null, lastVisitAt: null }),
};

const ofAttention = ({ ofAttention: rule = true }: DutyPlanner, facts: unknown): boolean =>
  typeof rule === 'function' ? rule(facts) : rule;

/** How a duty kind that is data reads; null for a kind that it does not know. */
export type DutyNames = (kind: string) => Promise<{ es: string; en: string } | null>;

/** Which family plans which duties. Families register themselves at start; none is known here. */
@Injectable()
export class Planners {
  private readonly families = new Map<string, Registered>();
  private readonly common = new Map<string, RegisteredForAll>();
  private readonly names: DutyNames[] = [];

  register<Facts>(planner: DutyPlanner<Facts>, source: FactsSource<Facts>): void {
    if (this.families.has(planner.family)) {
      throw new Error(`family ${planner.family} has two planners`);
    }
    this.families.set(planner.family, { planner, source } as unknown as Registered);
  }

  /** Plans for cases of every family, beside the family's own planner. */
  registerForAll<Facts>(planner: CommonDutyPlanner<Facts>, source: FactsSource<Facts>): void {
    if (this.common.has(planner.name)) {
      throw new Error(`${planner.name} plans for every case twice`);
    }
    this.common.set(planner.name, { planner, source } as unknown as RegisteredForAll);
  }

  /** For kinds that are data: where their names come from. */
  nameBy(names: DutyNames): void {
    this.names.push(names);
  }

  /** The name of a kind that is data; null: the message catalogue has it. */
  async nameOf(kind: string): Promise<{ es: string; en: string } | null> {
    for (const names of this.names) {
      const name = await names(kind);
      if (name) return name;
    }
    return null;
  }

  /** Every duty kind that the code plans, each with a length in the policy. */
  kinds(): string[] {
    const all = [...this.families.values(), ...this.common.values()];
    const own = all.flatMap(({ planner }) => planner.kinds);
    return [...new Set([...GENERIC_KINDS, ...own])];
  }

  /** Whether headquarters' desk, not the post, answers for duties of this kind. */
  isOfHeadquarters(kind: string): boolean {
    return [...this.common.values()].some(({ planner }) => planner.ofHeadquarters?.includes(kind));
  }

  /** What every case may owe whatever its family; facts of all sources are loaded side by side. */
  async commonTo(caseIds: readonly string[]): Promise<(caseId: string) => CommonPlan> {
    const loaded = await Promise.all(
      [...this.common.values()].map(async ({ planner, source }) => ({
        planner,
        facts: await source.load(caseIds),
      })),
    );
    return (caseId) => {
      const known = loaded.filter(({ facts }) => facts.has(caseId));
      if (known.length === 0) return NOTHING;
      return (policy, calendar, zone) =>
        known.flatMap(({ planner, facts }) =>
          planner.plan(facts.get(caseId), policy, calendar, zone),
        );
    };
  }

  /** Kinds whose reminders nobody may put off: visits, and whatever their family calls welfare. */
  isWelfare(kind: string): boolean {
    return [...this.families.values()].some(
      ({ planner }) =>
        planner.visitKinds.includes(kind) || (planner.welfareKinds ?? planner.kinds).includes(kind),
    );
  }

  /**
   * The planners of `cases`, with facts loaded family by family. A case of a family that plans
   * nothing, or without facts, owes the generic duties only.
   */
  async of(
    cases: readonly { id: string; family: string }[],
  ): Promise<(caseId: string) => CasePlanner> {
    const ready = new Map<string, CasePlanner>();
    for (const [family, { planner, source }] of this.families) {
      const ids = cases.filter((c) => c.family === family).map((c) => c.id);
      if (ids.length === 0) continue;
      for (const [id, facts] of await source.load(ids)) {
        ready.set(id, {
          visitKinds: planner.visitKinds,
          ofAttention: ofAttention(planner, facts),
          plan: (policy, calendar, zone) => planner.plan(facts, policy, calendar, zone),
          milestones: () => planner.milestones(facts),
        });
      }
    }
    return (caseId) => ready.get(caseId) ?? WITHOUT_FACTS;
  }
}
