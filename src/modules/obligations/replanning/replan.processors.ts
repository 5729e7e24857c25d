import { Handles } from '../../../platform/jobs/handles';
import type { JobHandler } from '../../../platform/jobs/job-contract';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { Effects } from '../../../platform/jobs/effects';
import { ApplyCalendar } from '../../network';
import { ApplyPerson, recordsOf } from '../../people';
import { ReplanCases } from '../jobs/obligation.jobs';
import { Obligations } from '../planning/obligations';
import { ReplanRuns } from './replan-runs';

const CASES_OF_PERSON = statement(
  'obligation.open-cases-of-person',
  `SELECT id FROM cases WHERE subject_person_id IN ${recordsOf('$1')} AND closed_at IS NULL ORDER BY id`,
);

/** A new policy reaches the open cases. */
@Handles(ReplanCases)
export class ReplanCasesProcessor implements JobHandler<{ runId: string }> {
  constructor(private readonly runs: ReplanRuns) {}

  run({ runId }: { runId: string }): Promise<void> {
    return this.runs.finish(runId);
  }
}

/** A changed calendar reaches the open cases of its post. */
@Handles(ApplyCalendar)
export class ApplyCalendarProcessor implements JobHandler<{
  postId: string;
  calendarVersion: number;
}> {
  constructor(private readonly runs: ReplanRuns) {}

  async run(calendar: { postId: string; calendarVersion: number }): Promise<void> {
    await this.runs.finish(
      await this.runs.beginForCalendar(calendar.postId, calendar.calendarVersion),
    );
  }
}

/** What became known of a person reaches their open cases, at whatever post. */
@Handles(ApplyPerson)
export class ApplyPersonProcessor implements JobHandler<{ personId: string; version: number }> {
  constructor(
    private readonly database: Database,
    private readonly obligations: Obligations,
    private readonly effects: Effects,
  ) {}

  async run(change: { personId: string; version: number }): Promise<void> {
    await this.effects.once(ApplyPerson.key(change), async () => {
      const cases = await this.database.query<{ id: string }>(CASES_OF_PERSON, [change.personId]);
      const ids = cases.map(({ id }) => id);
      if (ids.length > 0) await this.obligations.replanAll(ids, 'person_changed');
    });
  }
}
