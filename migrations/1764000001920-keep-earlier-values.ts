import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each version changed from, sealed as one text: a stale save can show the difference. */
export class KeepEarlierValues1764000001920 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE revisions ADD COLUMN was jsonb
        CONSTRAINT revisions_was_sealed CHECK (was IS NULL OR was ? 'sealed');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
