import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../src/platform/database/policies';

/** A subrogation can end before its date: the head is back, or the powers must be taken away. */
export class EndSubrogations1764000000101 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE subrogations
        ADD COLUMN ended_by uuid CONSTRAINT subrogations_ended_by_fk REFERENCES accounts,
        ADD COLUMN end_reason text CONSTRAINT subrogations_end_reason_length CHECK (length(end_reason) BETWEEN 1 AND 1000);
      GRANT UPDATE (ended_by, end_reason) ON subrogations TO ${APP_ROLE};
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
