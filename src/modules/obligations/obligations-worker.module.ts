import { Module } from '@nestjs/common';
import { MarkBreaches } from './breaches/mark-breaches';
import { Clockwork } from './clockwork';
import { DailyProofModule, ObligationLedgerModule } from './obligations.module';
import { ReplanRuns } from './replanning/replan-runs';
import {
  ApplyCalendarProcessor,
  ApplyPersonProcessor,
  ReplanCasesProcessor,
} from './replanning/replan.processors';
import { ClaimReminders } from './reminders/claim-reminders';
import { SendReminderProcessor } from './reminders/send-reminder.processor';
import { WakeCases } from './waking/wake-cases';
import { Teams } from './reminders/teams';

/** The work itself: what is claimed, sent, marked and planned again. */
@Module({
  imports: [ObligationLedgerModule, DailyProofModule],
  providers: [
    ...[ClaimReminders, Teams, SendReminderProcessor, WakeCases],
    ...[
      MarkBreaches,
      ReplanRuns,
      ReplanCasesProcessor,
      ApplyCalendarProcessor,
      ApplyPersonProcessor,
    ],
  ],
  exports: [ClaimReminders, MarkBreaches, ReplanRuns, WakeCases],
})
export class ObligationWorkModule {}

/** The work and the clockwork that drives it; only the worker imports it. */
@Module({ imports: [ObligationWorkModule, DailyProofModule], providers: [Clockwork] })
export class ObligationsWorkerModule {}
