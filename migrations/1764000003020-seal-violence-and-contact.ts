import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sealedWithCase } from '../src/platform/database/sealing-policies';

/** Tables of a case whose every `jsonb` column is a protected text, but for those named. */
const TABLES: Record<string, string[]> = {
  safe_contacts: ['hours'],
  safe_contact_ways: [],
  violence_incidents: [],
  risk_assessments: [],
  risk_acceptances: [],
  safety_plans: [],
  protection_measures: [],
  children_at_risk: [],
  support_services: [],
  returns_to_peru: [],
  return_follow_ups: [],
  assistance_outcomes: [],
};

/** How a person may be reached, and what was done to them, rest sealed with their case. */
export class SealViolenceAndContact1764000003020 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    for (const [table, plain] of Object.entries(TABLES)) {
      const texts = await this.textsOf(q, table, plain);
      if (texts.length > 0) await q.query(sealedWithCase(table, { texts }));
    }
    await q.query(`
      DROP TRIGGER contact_attempts_sealed ON contact_attempts;
      DELETE FROM sealed_columns WHERE table_name = 'contact_attempts';
      ${sealedWithCase('contact_attempts', { texts: ['note', 'address', 'danger_to_life'] })}
    `);
  }

  private async textsOf(q: QueryRunner, table: string, plain: string[]): Promise<string[]> {
    const rows = (await q.query(
      `SELECT column_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = $1 AND data_type = 'jsonb' ORDER BY ordinal_position`,
      [table],
    )) as { name: string }[];
    return rows.map(({ name }) => name).filter((name) => !plain.includes(name));
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
