import type { MigrationInterface, QueryRunner } from 'typeorm';
import { known, part, RECORDED } from '../src/platform/database/case-parts';
import { grantTable, IS_SYSTEM, policy, referenceTable } from '../src/platform/database/policies';

const EDITS_POLICY = `(SELECT app.is_system() OR 'hq_director' = ANY (app.roles()))`;
const FIRST_POLICY = {
  remindAfterDays: [30, 90, 180],
  source: 'Por defecto: recordatorios a los 30, 90 y 180 días del embarque',
};
const WHYS = ['sealed', 'no_safe_channel', 'not_allowed', 'mail_refused'];

/**
 * Reminders of what is to be repaid, when the policy says, through the person's safe channel alone; each
 * is kept as sent, or as one that could not be sent and why. Only the system writes them.
 */
export class RemindDebtors1764000003940 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE reimbursement_policies (
        version integer CONSTRAINT reimbursement_policies_pk PRIMARY KEY,
        effective_from timestamptz NOT NULL,
        content jsonb NOT NULL,
        reason text NOT NULL CONSTRAINT reimbursement_policies_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        created_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      ${referenceTable('reimbursement_policies', EDITS_POLICY)}

      CREATE TABLE debt_reminders (${part('debt_reminders')}
        after_days smallint NOT NULL CONSTRAINT debt_reminders_after_days_range CHECK (after_days BETWEEN 1 AND 3650),
        state text NOT NULL ${known('debt_reminders', 'state', ['planned', 'sending', 'sent', 'not_sendable'])},
        why text ${known('debt_reminders', 'why', WHYS)},
        claimed_until timestamptz,
        ended_at timestamptz,
        ${RECORDED},
        CONSTRAINT debt_reminders_once UNIQUE (case_id, after_days),
        CONSTRAINT debt_reminders_end_known CHECK ((state IN ('sent', 'not_sendable')) = (ended_at IS NOT NULL)),
        CONSTRAINT debt_reminders_explained CHECK ((state = 'not_sendable') = (why IS NOT NULL))
      );
      COMMENT ON COLUMN debt_reminders.after_days IS 'Days after the boarding, as the policy said; one reminder for each.';
      ${grantTable('debt_reminders', 'SELECT, INSERT, UPDATE')}
      ${policy('debt_reminders', 'read', 'SELECT', `${IS_SYSTEM} OR EXISTS (SELECT 1 FROM cases c WHERE c.id = debt_reminders.case_id)`)}
      ${policy('debt_reminders', 'insert', 'INSERT', IS_SYSTEM)}
      ${policy('debt_reminders', 'update', 'UPDATE', IS_SYSTEM)}
    `);
    await q.query(
      `INSERT INTO reimbursement_policies (version, effective_from, content, reason)
       VALUES (1, '2000-01-01T00:00:00Z', $1, 'Valores iniciales del servicio')`,
      [JSON.stringify(FIRST_POLICY)],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
