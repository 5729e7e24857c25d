import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A disclosure may rest on the recorded wish of a person in custody that their family be told. */
export class KnowRecordedWishes1764000002100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE disclosures DROP CONSTRAINT disclosures_ground_known;
      ALTER TABLE disclosures ADD CONSTRAINT disclosures_ground_known CHECK (ground IN
        ('consent', 'public_function', 'legal_obligation', 'court_order', 'vital_interest', 'recorded_wish'));
      ALTER TABLE disclosures ADD CONSTRAINT disclosures_wish_tells_family CHECK (ground <> 'recorded_wish'
        OR (recipient_kind = 'family' AND purpose = 'inform_family' AND subject_id IS NOT NULL));
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
