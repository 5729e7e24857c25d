import { Injectable } from '@nestjs/common';
import type { DutyPlanner, FactsSource, Milestones, Duty } from '../domain/duty';
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

const WITHOUT_FACTS: CasePlanner = {
  visitKinds: [],
  ofAttention: false,
  plan: () => [],
  milestones: () => ({ firstContactAt: null, lastVisitAt: null }),
};

/** Which family plans which duties. Families register themselves at start; none is known here. */
@Injectable()
export class Planners {
  private readonly families = new Map<string, Registered>();

  register<Facts>(planner: DutyPlanner<Facts>, source: FactsSource<Facts>): void {
    if (this.families.has(planner.family)) {
      throw new Error(`family ${planner.family} has two planners`);
    }
    this.families.set(planner.family, { planner, source } as unknown as Registered);
  }

  /** Every duty kind that some case may owe. */
  kinds(): string[] {
    const own = [...this.families.values()].flatMap(({ planner }) => planner.kinds);
    return [...new Set([...GENERIC_KINDS, ...own])];
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
          ofAttention: planner.ofAttention ?? true,
          plan: (policy, calendar, zone) => planner.plan(facts, policy, calendar, zone),
          milestones: () => planner.milestones(facts),
        });
      }
    }
    return (caseId) => ready.get(caseId) ?? WITHOUT_FACTS;
  }
}
