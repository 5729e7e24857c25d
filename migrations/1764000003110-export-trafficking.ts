import type { MigrationInterface, QueryRunner } from 'typeorm';
import { referenceTable } from '../src/platform/database/policies';

const FIRST_POLICY = {
  smallestGroup: 5,
  source: 'Por defecto: ninguna combinación de datos señala a menos de cinco personas',
};

/** How few persons may look alike in what is exported of trafficking: headquarters decides it. */
export class ExportTrafficking1764000003110 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE trafficking_export_policies (
        version integer CONSTRAINT trafficking_export_policies_pk PRIMARY KEY,
        effective_from timestamptz NOT NULL,
        content jsonb NOT NULL,
        reason text NOT NULL CONSTRAINT trafficking_export_policies_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        created_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      ${referenceTable('trafficking_export_policies', `(SELECT app.is_system() OR 'hq_director' = ANY (app.roles()))`)}
    `);
    await q.query(
      `INSERT INTO trafficking_export_policies (version, effective_from, content, reason)
       VALUES (1, '2000-01-01T00:00:00Z', $1, 'Valores iniciales del servicio')`,
      [JSON.stringify(FIRST_POLICY)],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
