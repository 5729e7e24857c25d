import type { MigrationInterface, QueryRunner } from 'typeorm';

type Level = 'moderate' | 'high' | 'extreme';

const question = (
  code: string,
  es: string,
  en: string,
  weight: number,
  atLeast?: Level,
): object => ({ code, text: { es, en }, weight, ...(atLeast ? { atLeast } : {}) });

/** The first instrument, as headquarters finds it and may change it. */
export const FIRST_INSTRUMENT = {
  title: {
    es: 'Valoración inicial del peligro (por defecto)',
    en: 'First assessment of danger (default)',
  },
  source:
    'Por defecto, en palabras propias: factores que la práctica publicada de valoración del peligro asocia a la violencia grave',
  questions: [
    question(
      'more_often',
      '¿Las agresiones son más frecuentes o más graves que hace un año?',
      'Have the assaults become more frequent or more severe over the last year?',
      2,
    ),
    question(
      'weapon_used',
      '¿Ha habido amenazas o ataques con un arma, o con algo usado como arma?',
      'Has the person been threatened or attacked with a weapon, or with something used as one?',
      5,
      'extreme',
    ),
    question(
      'choking',
      '¿Han intentado asfixiar a la persona o apretarle el cuello?',
      'Has anyone tried to choke or strangle the person?',
      5,
      'extreme',
    ),
    question(
      'death_threats',
      '¿Hay amenazas de muerte contra la persona o contra quienes quiere?',
      'Have there been threats to kill the person or those close to them?',
      4,
      'high',
    ),
    question(
      'believes_capable',
      '¿Cree la persona que quien la agrede es capaz de matar?',
      'Does the person believe that whoever hurts them is capable of killing?',
      4,
      'high',
    ),
    question(
      'weapon_at_hand',
      '¿Quien agrede tiene un arma o la consigue con facilidad?',
      'Does whoever does it own a weapon, or can they easily get one?',
      3,
    ),
    question(
      'recent_separation',
      '¿Se han separado, o la persona ha dicho que quiere irse, en los últimos meses?',
      'Has there been a separation, or has the person said they want to leave, in recent months?',
      3,
    ),
    question(
      'controls_daily_life',
      '¿Controla casi todo lo que hace: a quién ve, el dinero, el teléfono?',
      'Does the other control most of daily life: whom the person sees, money, the telephone?',
      2,
    ),
    question(
      'follows_or_spies',
      '¿Siguen o espían a la persona, o aparecen donde nadie debería saber que está?',
      'Is the person followed, spied upon, or met where nobody should know they are?',
      2,
    ),
    question(
      'constant_jealousy',
      '¿Hay celos constantes y violentos?',
      'Is there constant and violent jealousy?',
      2,
    ),
    question(
      'forced_sex',
      '¿Han obligado a la persona a tener relaciones sexuales?',
      'Has the person been forced to have sex?',
      3,
      'high',
    ),
    question(
      'pregnancy',
      '¿Hubo agresiones durante un embarazo, o hay un embarazo ahora?',
      'Has there been an assault during a pregnancy, or is there a pregnancy now?',
      3,
    ),
    question(
      'children_threatened',
      '¿Han dañado o amenazado a las hijas o hijos, o amenazan con llevárselos?',
      'Have the children been hurt or threatened, or is there a threat to take them away?',
      3,
      'high',
    ),
    question(
      'substances',
      '¿Quien agrede abusa del alcohol o de otras sustancias?',
      'Does whoever does it abuse alcohol or other substances?',
      1,
    ),
    question(
      'other_suicide',
      '¿Quien agrede ha intentado suicidarse o amenaza con hacerlo?',
      'Has whoever does it attempted suicide, or do they threaten it?',
      2,
    ),
    question(
      'own_suicide',
      '¿La persona ha pensado en quitarse la vida?',
      'Has the person thought of taking their own life?',
      3,
      'high',
    ),
    question(
      'orders_broken',
      '¿Se han incumplido órdenes de alejamiento o hubo detenciones por violencia?',
      'Have restraining orders been broken, or were there arrests for violence?',
      2,
    ),
    question(
      'documents_kept',
      '¿Le han quitado los documentos, o hay amenazas por su situación migratoria?',
      'Have documents been taken, or is the person threatened because of migration status?',
      2,
    ),
    question(
      'nowhere_to_go',
      '¿La persona está sin familia, amistades ni un lugar a donde ir?',
      'Is the person alone, without family, friends or a place to go?',
      1,
    ),
  ],
  thresholds: { moderate: 6, high: 14, extreme: 24 },
};

/** An instrument to begin with: a case can be assessed from the first day. */
export class SeedRiskInstrument1764000003011 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `INSERT INTO risk_instruments (version, effective_from, content, reason)
       VALUES (1, '2000-01-01T00:00:00Z', $1, 'Instrumento inicial del servicio, por defecto')`,
      [JSON.stringify(FIRST_INSTRUMENT)],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
