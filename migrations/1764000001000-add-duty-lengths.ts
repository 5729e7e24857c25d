import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How a later module brings the length of a duty that is new. Every version gets it, since planning
 * reads whichever is in force; a length that headquarters has already set stays as it is.
 */
export class AddDutyLengths1764000001000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE FUNCTION app.add_duty_lengths(p_durations jsonb) RETURNS void LANGUAGE sql AS $$
        UPDATE obligation_policies
           SET content = jsonb_set(content, '{durations}', p_durations || (content -> 'durations')) $$;
      COMMENT ON FUNCTION app.add_duty_lengths IS
        'For migrations: {"kind": {"unit": "hours|days|business_days", "value": 24, "source": "..."}} joins every policy version that lacks the kind.';
      REVOKE ALL ON FUNCTION app.add_duty_lengths FROM PUBLIC;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
