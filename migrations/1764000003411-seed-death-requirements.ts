import type { MigrationInterface, QueryRunner } from 'typeorm';

const document = (code: string, es: string, en: string, when = 'always') => ({
  code,
  label: { es, en },
  when,
});

const CERTIFICATE = document(
  'death_certificate',
  'Acta o partida de defunción',
  'Death certificate',
);
const NON_CONTAGION = document(
  'cause_and_non_contagion',
  'Certificado de causa de muerte y de no contagio',
  'Certificate of cause of death and of non-contagion',
);
const NECROPSY = document(
  'necropsy',
  'Protocolo de necropsia',
  'Necropsy report',
  'violent_or_sudden',
);
const TRANSIT = document('transit_permit', 'Permiso de tránsito', 'Transit permit');
const LEGALISATION = document(
  'consular_legalisation',
  'Legalización consular',
  'Consular legalisation',
);
const cremation = (when: string) =>
  document('cremation_certificate', 'Certificado de cremación', 'Cremation certificate', when);

/** For any country; a country's own list takes the place of the general one (rules §6). */
export const FIRST_REQUIREMENTS = {
  source: 'Reglas del servicio §6: certificados, ataúd sellado o urna, necropsia, cremación',
  lists: [
    {
      kind: 'remains',
      documents: [
        CERTIFICATE,
        NON_CONTAGION,
        document(
          'sealed_coffin',
          'Certificado de ataúd sellado',
          'Certificate of the sealed coffin',
        ),
        NECROPSY,
        TRANSIT,
        LEGALISATION,
      ],
    },
    {
      kind: 'ashes',
      documents: [
        CERTIFICATE,
        NON_CONTAGION,
        NECROPSY,
        cremation('always'),
        document('urn', 'Certificado de urna sellada', 'Certificate of the sealed urn'),
        TRANSIT,
        LEGALISATION,
      ],
    },
    {
      kind: 'local',
      documents: [
        CERTIFICATE,
        NECROPSY,
        document('burial_permit', 'Licencia de sepelio o cremación', 'Burial or cremation permit'),
        cremation('cremated'),
      ],
    },
  ],
};

/** The documents asked for, until headquarters writes a version by country. */
export class SeedDeathRequirements1764000003411 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `INSERT INTO death_requirements (version, effective_from, content, reason)
       VALUES (1, '2000-01-01T00:00:00Z', $1, 'Valores iniciales del servicio')`,
      [JSON.stringify(FIRST_REQUIREMENTS)],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
