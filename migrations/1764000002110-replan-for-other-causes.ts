import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parts beside the duties (the vulnerability policy) may ask that every open case be planned again. */
export class ReplanForOtherCauses1764000002110 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE replan_runs
        ADD COLUMN asked_for text CONSTRAINT replan_runs_asked_for_key UNIQUE
          CONSTRAINT replan_runs_asked_for_form CHECK (asked_for ~ '^[a-z_]{1,60}:[0-9]{1,9}$'),
        DROP CONSTRAINT replan_runs_why_known,
        ADD CONSTRAINT replan_runs_why_known
          CHECK (why IN ('policy_changed', 'calendar_changed', 'assessment_policy_changed')),
        DROP CONSTRAINT replan_runs_one_cause,
        ADD CONSTRAINT replan_runs_one_cause CHECK (num_nonnulls(policy_version, post_id, asked_for) = 1
          AND (post_id IS NULL) = (calendar_version IS NULL));
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
