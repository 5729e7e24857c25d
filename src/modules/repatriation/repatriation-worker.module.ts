import { Module } from '@nestjs/common';
import { SafeContactGuardModule } from '../safe-contact';
import { DebtReminderLoop } from './reminders/debt-reminder.loop';
import { ReimbursementPolicies } from './reminders/reimbursement-policies';
import { RemindDebtors } from './reminders/remind-debtors';

/** Reminds of what is to be repaid; only the worker imports it, with the mailer of the notices. */
@Module({
  imports: [SafeContactGuardModule],
  providers: [ReimbursementPolicies, RemindDebtors, DebtReminderLoop],
})
export class RepatriationWorkerModule {}
