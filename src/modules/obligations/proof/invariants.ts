import type { Temporal } from '@js-temporal/polyfill';
import { statement } from '../../../platform/database/statement';

/** A reminder may take this long from its hour through poller, relay and queue. */
const GRACE_MINUTES = 15;

/** Reminders whose hour lies before this should have gone out. */
export const unsentBefore = (now: Temporal.Instant): string =>
  now.subtract({ minutes: GRACE_MINUTES }).toString();

export const COUNT_OPEN = statement(
  'proof.open-cases',
  'SELECT count(*)::int AS found FROM cases WHERE closed_at IS NULL',
);
export const COUNT_SILENT = statement(
  'proof.silent-cases',
  `SELECT count(*)::int AS found FROM cases c
    WHERE c.closed_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM obligations o WHERE o.case_id = c.id AND o.status = 'open')`,
);
export const COUNT_UNSENT = statement(
  'proof.unsent-reminders',
  `SELECT count(*)::int AS found FROM reminders
    WHERE state IN ('planned', 'queued') AND send_at <= $1`,
);
