import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * States that are well known to be bound by the Convention of 25 October 1980 on the Civil Aspects of
 * International Child Abduction. It is a beginning: headquarters keeps the list by the depositary's
 * status table, with the pairs between which an accession has not been accepted (art. 38).
 */
export const FIRST_HAGUE_STATES = {
  states: [
    ...['AD', 'AL', 'AM', 'AR', 'AT', 'AU', 'BA', 'BE', 'BG', 'BO', 'BR', 'BS', 'BY', 'BZ', 'CA'],
    ...['CH', 'CL', 'CO', 'CR', 'CY', 'CZ', 'DE', 'DK', 'DO', 'EC', 'EE', 'ES', 'FI', 'FJ', 'FR'],
    ...['GB', 'GE', 'GR', 'GT', 'HN', 'HR', 'HU', 'IE', 'IL', 'IS', 'IT', 'JM', 'JP', 'KR', 'KZ'],
    ...['LK', 'LT', 'LU', 'LV', 'MA', 'MC', 'MD', 'ME', 'MK', 'MT', 'MU', 'MX', 'NI', 'NL', 'NO'],
    ...['NZ', 'PA', 'PE', 'PH', 'PL', 'PT', 'PY', 'RO', 'RS', 'RU', 'SE', 'SG', 'SI', 'SK', 'SM'],
    ...['SV', 'TH', 'TN', 'TR', 'TT', 'UA', 'US', 'UY', 'UZ', 'VE', 'ZA', 'ZW'],
  ],
  notBetween: [] as [string, string][],
  source: 'Por defecto: Estados conocidos; la sede lo mantiene según el estado del Convenio',
};

/** A list to begin with. */
export class SeedHagueStates1764000003202 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `INSERT INTO hague_states (version, effective_from, content, reason)
       VALUES (1, '2000-01-01T00:00:00Z', $1, 'Lista inicial del servicio')`,
      [JSON.stringify(FIRST_HAGUE_STATES)],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
