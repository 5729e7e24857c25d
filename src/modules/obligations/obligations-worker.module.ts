import { Module } from '@nestjs/common';
import { MarkBreaches } from './breaches/mark-breaches';
import { Clockwork } from './clockwork';
import { DailyProofModule, ObligationLedgerModule } from './obligations.module';
import { ReplanRuns } from './replanning/replan-runs';
import { ApplyCalendarProcessor, ReplanCasesProcessor } from './replanning/replan.processors';
import { ClaimReminders } from './reminders/claim-reminders';
import { SendReminderProcessor } from './reminders/send-reminder.processor';
import { Teams } from './reminders/teams';

/** What time and the queues bring; only the worker imports it. */
@Module({
  imports: [ObligationLedgerModule, DailyProofModule],
  providers: [
    ...[ClaimReminders, Teams, SendReminderProcessor],
    ...[MarkBreaches, ReplanRuns, ReplanCasesProcessor, ApplyCalendarProcessor],
    Clockwork,
  ],
  exports: [ClaimReminders, MarkBreaches, ReplanRuns],
})
export class ObligationsWorkerModule {}
