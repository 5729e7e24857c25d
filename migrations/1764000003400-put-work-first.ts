import type { MigrationInterface, QueryRunner } from 'typeorm';

const DUE = `(coalesce(next_due_at, 'infinity'))`;

/** Every index by which a queue is read: its columns before the order, and what it holds. */
const QUEUES: Record<string, { by?: string; more?: string; where: string }> = {
  cases_open_by_post_idx: {
    by: 'post_id, ',
    more: 'INCLUDE (tier, family, next_due_at, last_visit_at, first_contact_at)',
    where: 'closed_at IS NULL',
  },
  cases_open_by_due_idx: { where: 'closed_at IS NULL' },
  cases_unassigned_idx: { by: 'post_id, ', where: 'closed_at IS NULL AND assignee_id IS NULL' },
  cases_by_assignee_idx: { by: 'assignee_id, ', where: 'closed_at IS NULL' },
  cases_raised_idx: { by: 'post_id, ', where: `closed_at IS NULL AND priority <> 'normal'` },
  cases_sealed_idx: { where: `closed_at IS NULL AND tier = 'sealed'` },
};

/**
 * Some work comes before all other, e.g. remains that are not yet at rest (rules §6). The rank is kept
 * with the next due when a case is planned, and leads the order of every queue.
 */
export class PutWorkFirst1764000003400 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE cases ADD COLUMN queue_rank smallint NOT NULL DEFAULT 1
        CONSTRAINT cases_queue_rank_known CHECK (queue_rank IN (0, 1));
    `);
    for (const [name, { by = '', more = '', where }] of Object.entries(QUEUES)) {
      await q.query(`
        DROP INDEX ${name};
        CREATE INDEX ${name} ON cases (${by}queue_rank, ${DUE}, id) ${more} WHERE ${where};
      `);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
