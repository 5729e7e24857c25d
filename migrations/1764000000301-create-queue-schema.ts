import { runMigrations, type PgQueryable } from 'bullmq';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../src/platform/database/policies';

/** Statements by which BullMQ would open and close a transaction of its own. */
const OWN_TRANSACTION = /^(BEGIN|COMMIT|ROLLBACK)$/;

/**
 * The functions that give each new queue a sequence of its own. They run as the owner, since the
 * application role creates nothing.
 */
const NUMBERING = ['next_job_id(text)', 'add_jobs_bulk_unlocked(text, jsonb)'];

/**
 * The schema of BullMQ's PostgreSQL backend, by its own migrations, owned by the owner role and used
 * by the application role. A release of BullMQ that brings newer tables needs a further migration
 * like this one; a test compares the two.
 */
export class CreateQueueSchema1764000000301 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const inThisTransaction: PgQueryable = {
      query: async (text: string, values?: unknown[]) => {
        if (OWN_TRANSACTION.test(text)) return { rows: [], rowCount: 0 };
        const rows: unknown = await q.query(text, values);
        return { rows: Array.isArray(rows) ? rows : [], rowCount: null };
      },
    } as PgQueryable;
    const [path] = (await q.query('SHOW search_path')) as { search_path: string }[];
    await runMigrations(inThisTransaction, 'bullmq');
    await q.query(`SELECT set_config('search_path', $1, true)`, [path?.search_path]);
    await q.query(`
      GRANT USAGE ON SCHEMA bullmq TO ${APP_ROLE};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq TO ${APP_ROLE};
      GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA bullmq TO ${APP_ROLE};
      REVOKE INSERT, UPDATE, DELETE ON bullmq.migration FROM ${APP_ROLE};
      REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq FROM PUBLIC;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO ${APP_ROLE};
      ALTER DEFAULT PRIVILEGES IN SCHEMA bullmq
        GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${APP_ROLE};
      ALTER DEFAULT PRIVILEGES IN SCHEMA bullmq GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO ${APP_ROLE};
      ${NUMBERING.map((fn) => `ALTER FUNCTION bullmq.${fn} SECURITY DEFINER SET search_path = bullmq, pg_temp;`).join('\n')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
