import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A departure whose work gave up says so, with the reason, until it is tried again. */
export class LetDeparturesFail1764000002120 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE departures
        ADD COLUMN failure text CONSTRAINT departures_failure_form CHECK (failure ~ '^[A-Z][A-Z_]{1,60}$'),
        DROP CONSTRAINT departures_state_known,
        ADD CONSTRAINT departures_state_known CHECK (state IN ('running', 'incomplete', 'done', 'failed')),
        ADD CONSTRAINT departures_failed_has_reason CHECK ((state = 'failed') = (failure IS NOT NULL));
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
