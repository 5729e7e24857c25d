import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { newId } from '../../../platform/ids';
import { Outbox } from '../../../platform/outbox/outbox';
import { ReplanCases } from '../jobs/obligation.jobs';
import { FullSight } from '../planning/full-sight';

const BEGIN = statement(
  'replan.ask',
  `INSERT INTO replan_runs (id, why, asked_for, started_at, progressed_at)
   VALUES ($1, 'assessment_policy_changed', $2, $3, $3)`,
);

/** For parts whose policies a plan carries to the cases without being duties themselves. */
@Injectable()
export class AskReplanning {
  constructor(
    private readonly database: Database,
    private readonly sight: FullSight,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Once this transaction commits, every open case is planned again because version `version` of the
   * vulnerability policy is in force; the run shows among those of duties.
   */
  async forAssessmentPolicy(version: number): Promise<void> {
    const runId = newId();
    await this.sight.during(() =>
      this.database.query(BEGIN, [
        ...[runId, `assessment_policy:${version}`, this.clock.now().toString()],
      ]),
    );
    await this.outbox.append(ReplanCases, { runId });
  }
}
