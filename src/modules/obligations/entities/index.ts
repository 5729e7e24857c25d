import { Obligation, ObligationChangeEntry } from './obligation.entity';
import { ObligationPolicy } from './obligation-policy.entity';
import { Reminder, ReminderDelivery, ReminderDigest } from './reminder.entity';
import { ProofRun, ReplanRun } from './run.entity';

/** For the composition root. */
export const obligationsEntities: readonly (new () => object)[] = [
  ObligationPolicy,
  Obligation,
  ObligationChangeEntry,
  Reminder,
  ReminderDigest,
  ReminderDelivery,
  ReplanRun,
  ProofRun,
];
