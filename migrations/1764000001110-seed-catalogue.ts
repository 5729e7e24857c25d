import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_CATALOGUE } from './first-catalogue';

/** Version 1 of the catalogue. Cases that exist already were opened under it. */
export class SeedCatalogue1764000001110 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `INSERT INTO catalogue_versions (version, effective_from, content, reason)
       VALUES (1, '2000-01-01T00:00:00Z', $1, 'Valores iniciales del servicio')`,
      [JSON.stringify(FIRST_CATALOGUE)],
    );
    await q.query(`
      ALTER TABLE cases ADD CONSTRAINT cases_catalogue_version_fk
        FOREIGN KEY (catalogue_version) REFERENCES catalogue_versions;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
