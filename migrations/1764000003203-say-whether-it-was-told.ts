import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * To whom a paper is addressed, and whether a contact told nothing of the person it was about: some
 * may be reached before they may be told anything.
 */
export class SayWhetherItWasTold1764000003203 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE papers ADD COLUMN addressee_id uuid CONSTRAINT papers_addressee_fk REFERENCES persons;
      ALTER TABLE contact_attempts ADD COLUMN nothing_told boolean;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
