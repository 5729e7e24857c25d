import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The own list of whoever is in sealed cases: read without passing by every other open case. */
export class ListSealedCases1764000003050 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE INDEX cases_sealed_idx ON cases ((coalesce(next_due_at, 'infinity')), id)
        WHERE closed_at IS NULL AND tier = 'sealed';
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
