import { Obligation, ObligationChangeEntry } from './obligation.entity';
import { ObligationPolicy } from './obligation-policy.entity';
import { Reminder } from './reminder.entity';
import { ProofRun, ReplanRun } from './run.entity';

/** For the composition root. */
export const obligationsEntities: readonly (new () => object)[] = [
  ObligationPolicy,
  Obligation,
  ObligationChangeEntry,
  Reminder,
  ReplanRun,
  ProofRun,
];
