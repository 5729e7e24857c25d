import { Handles } from '../../../platform/jobs/handles';
import type { JobHandler } from '../../../platform/jobs/job-contract';
import { ApplyCalendar } from '../../network';
import { ReplanCases } from '../jobs/obligation.jobs';
import { ReplanRuns } from './replan-runs';

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
