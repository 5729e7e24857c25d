import type { MigrationInterface, QueryRunner } from 'typeorm';

const question = (
  code: string,
  es: string,
  en: string,
  weight: number,
  atLeast?: 'moderate' | 'high' | 'extreme',
): object => ({ code, text: { es, en }, weight, ...(atLeast ? { atLeast } : {}) });

/** The first instrument, as headquarters finds it and may change it. A "yes" needs attention. */
export const FIRST_INTERESTS = {
  title: {
    es: 'Evaluación del interés superior (por defecto)',
    en: 'Assessment of the best interests (default)',
  },
  source:
    'Por defecto, en palabras propias: elementos de la observación general 14 del Comité de los Derechos del Niño (párrs. 52–79)',
  questions: [
    question(
      'danger_now',
      '¿Corre peligro su vida o su integridad donde está?',
      'Is the child’s life or integrity in danger where the child is?',
      6,
      'extreme',
    ),
    question(
      'abuse_or_neglect',
      '¿Hay señales de maltrato, abuso o descuido grave?',
      'Are there signs of ill-treatment, abuse or serious neglect?',
      5,
      'high',
    ),
    question(
      'exploitation',
      '¿Hay señales de trata, explotación o trabajo infantil?',
      'Are there signs of trafficking, exploitation or child labour?',
      5,
      'high',
    ),
    question(
      'alone',
      '¿Está sin una persona adulta que responda por el menor?',
      'Is the child without an adult who answers for them?',
      4,
      'moderate',
    ),
    question(
      'deprived_of_liberty',
      '¿Está privado de libertad, también por su situación migratoria?',
      'Is the child deprived of liberty, also for migration reasons?',
      5,
      'high',
    ),
    question(
      'separated_from_siblings',
      '¿Se le ha separado de sus hermanas o hermanos?',
      'Has the child been separated from siblings?',
      2,
    ),
    question(
      'lost_contact',
      '¿Ha perdido el contacto con su madre, su padre o quien le cuidaba?',
      'Has the child lost contact with parents or whoever cared for them?',
      3,
    ),
    question(
      'fears_return',
      '¿Teme volver con su familia o a su lugar de origen?',
      'Is the child afraid to go back to the family or to the place of origin?',
      4,
      'moderate',
    ),
    question(
      'no_identity',
      '¿Carece de documentos o de inscripción de nacimiento?',
      'Is the child without documents or a registered birth?',
      2,
    ),
    question(
      'language_or_culture',
      '¿Se ven afectados su lengua, su cultura o su religión?',
      'Are the child’s language, culture or religion affected?',
      1,
    ),
    question(
      'health_need',
      '¿Necesita atención de salud que no recibe?',
      'Does the child need health care that is not given?',
      3,
    ),
    question(
      'disability',
      '¿Tiene una discapacidad que requiere apoyos?',
      'Does the child have a disability that needs support?',
      2,
    ),
    question('out_of_school', '¿Está fuera de la escuela?', 'Is the child out of school?', 2),
    question(
      'conflict_between_parents',
      '¿Hay un conflicto entre sus padres o familias que le afecta?',
      'Does a conflict between parents or families affect the child?',
      2,
    ),
    question(
      'pregnant_or_parent',
      '¿Está embarazada, o es madre o padre?',
      'Is the child pregnant, or a parent?',
      3,
    ),
  ],
  thresholds: { moderate: 4, high: 10, extreme: 20 },
};

/** An instrument to begin with: a child's interests can be assessed from the first day. */
export class SeedInterestInstrument1764000003201 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `INSERT INTO interest_instruments (version, effective_from, content, reason)
       VALUES (1, '2000-01-01T00:00:00Z', $1, 'Instrumento inicial del servicio, por defecto')`,
      [JSON.stringify(FIRST_INTERESTS)],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
