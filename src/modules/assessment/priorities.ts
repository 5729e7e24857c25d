import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { Obligations, type AssessmentConclusion } from '../obligations';
import { AssessmentPolicies } from './assessment-policies';
import { PRIORITY_FACTS, SET_PRIORITY } from './assessment.statements';
import { priorityOf } from './domain/priority';

interface FactsRow {
  id: string;
  priority: string;
  comesFirst: boolean;
  birthDate: string | null;
  ownFactors: string[];
  newest: { factors: string[]; conclusion: AssessmentConclusion } | null;
}

/**
 * Keeps what a case shows of its priority in line with its facts: worked out again whenever the case
 * is planned, since whatever changes one changes the other. Nobody types it.
 */
@Injectable()
export class Priorities implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly obligations: Obligations,
    private readonly policies: AssessmentPolicies,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.obligations.afterPlanning((caseIds) => this.refresh(caseIds));
  }

  /** With the system's sight, in the ambient transaction. */
  async refresh(caseIds: readonly string[]): Promise<void> {
    const now = this.clock.now();
    const [rows, policy] = await Promise.all([
      this.database.query<FactsRow>(PRIORITY_FACTS, [caseIds]),
      this.policies.inForce(now),
    ]);
    const today = now.toZonedDateTimeISO('UTC').toPlainDate();
    const changed = rows.flatMap((row) => {
      const priority = priorityOf(
        {
          comesFirst: row.comesFirst,
          conclusion: row.newest?.conclusion ?? null,
          factors: [...row.ownFactors, ...(row.newest?.factors ?? [])],
          age: row.birthDate
            ? Temporal.PlainDate.from(row.birthDate).until(today, { largestUnit: 'years' }).years
            : null,
        },
        policy.priority,
      );
      return priority === row.priority ? [] : [{ id: row.id, priority }];
    });
    if (changed.length === 0) return;
    await this.database.query(SET_PRIORITY, [
      changed.map(({ id }) => id),
      changed.map(({ priority }) => priority),
    ]);
  }
}
