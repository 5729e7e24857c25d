import type { MigrationInterface, QueryRunner } from 'typeorm';
import { IS_SYSTEM, policy } from '../src/platform/database/policies';

/** Lets the system forget finished work once nothing can deliver it again. */
export class ForgetFinishedWork1764000001910 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      GRANT DELETE ON outbox, job_effects TO amparo_app;
      ${policy('outbox', 'forget', 'DELETE', IS_SYSTEM)}
      ${policy('job_effects', 'forget', 'DELETE', IS_SYSTEM)}
      CREATE INDEX job_effects_recorded_idx ON job_effects USING brin (recorded_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
