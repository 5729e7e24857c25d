import type { MigrationInterface, QueryRunner } from 'typeorm';

const hours = (value: number, source: string) => ({ unit: 'hours', value, source }) as const;
const days = (value: number, source: string) => ({ unit: 'days', value, source }) as const;
const businessDays = (value: number, source: string) =>
  ({ unit: 'business_days', value, source }) as const;

const every = (days: number, source: string, ...stages: string[]) =>
  stages.map((stage) => ({ stage, days, source }));
const TABLE =
  'Por defecto: ninguna norma peruana fija la frecuencia; práctica de servicios comparables';

/** The longest duty that a policy may state, in any unit: a leap year of hours. */
const LONGEST = 8784;

type From = 'start' | 'half' | 'due';
type Unit = 'hours' | 'days' | 'business_days';
const rung = (
  code: string,
  recipient: 'officer' | 'head_of_post' | 'headquarters',
  from: From,
  unit: Unit = 'hours',
  value = 0,
) => ({ code, recipient, from, offset: { unit, value } });

/** What headquarters starts with; every later version is theirs. */
export const FIRST_POLICY = {
  durations: {
    first_contact: hours(24, 'Por defecto: 24 h, como el Reino Unido y Canadá'),
    first_visit: hours(48, 'Por defecto: 48 h, como el Reino Unido (1992)'),
    visit_attempt: days(7, 'Por defecto: nuevo intento tras el acceso denegado'),
    wish_review: days(
      30,
      'Por defecto: Convención de Viena 36.1.c, se vuelve a preguntar a quien se opuso',
    ),
    family_notification: hours(24, 'Por defecto: desde que la persona lo desea (CMW 2024 ¶124)'),
    vulnerability_assessment: businessDays(
      3,
      'Por defecto: RC art. 10, una evaluación detrás de cada ayuda',
    ),
    proceedings_follow_up: businessDays(2, 'Por defecto: después de cada audiencia'),
    expulsion_review: hours(48, 'Por defecto: CMW 2015 ¶71, la decisión no debe ser arbitraria'),
    note_verbale: businessDays(2, 'Por defecto: tras el acceso denegado'),
    note_verbale_reply: businessDays(10, 'Por defecto: una respuesta o una segunda nota'),
    mistreatment_consul_informed: hours(1, 'Por defecto: vía rápida reservada'),
    mistreatment_headquarters_informed: hours(4, 'Por defecto: vía rápida reservada'),
    mistreatment_assessment: businessDays(5, 'Por defecto: vía rápida reservada'),
    case_review: days(30, 'Por defecto: ningún caso abierto queda en silencio'),
  },
  visits: {
    intervals: [
      { days: 90, source: TABLE },
      ...every(30, TABLE, 'arrested', 'pretrial', 'on_trial', 'bail', 'appeal_pending'),
      ...every(90, TABLE, 'sentenced', 'parole', 'suspended_sentence'),
      ...every(7, TABLE, 'immigration_detention', 'pending_expulsion'),
      { condition: 'hospitalised', days: 7, source: TABLE },
    ],
    harshness: [{ harshness: 'harsh', divisor: 2, minimumDays: 3, source: TABLE }],
    caps: [
      { when: 'younger_than', years: 18, days: 14, source: TABLE },
      { when: 'factor', factor: 'child_or_adolescent', days: 14, source: TABLE },
      { when: 'factor', factor: 'pregnant', days: 14, source: TABLE },
      { when: 'factor', factor: 'serious_illness', days: 14, source: TABLE },
      { when: 'older_than', years: 65, days: 14, source: TABLE },
      { when: 'factor', factor: 'mistreatment_alleged', days: 14, source: TABLE },
    ],
  },
  escalation: {
    localHour: 8,
    source: 'Por defecto: funcionario, luego jefatura (RC art. 36.d), luego la sede',
    ladders: [
      {
        upTo: { hours: 4, days: 0, business_days: 0 },
        rungs: [
          rung('officer_at_start', 'officer', 'start'),
          rung('head_at_start', 'head_of_post', 'start'),
          rung('headquarters_at_due', 'headquarters', 'due'),
        ],
      },
      {
        upTo: { hours: 72, days: 0, business_days: 0 },
        rungs: [
          rung('officer_at_half', 'officer', 'half'),
          rung('head_at_due', 'head_of_post', 'due'),
          rung('headquarters_12_hours_after', 'headquarters', 'due', 'hours', 12),
        ],
      },
      {
        upTo: { hours: 168, days: 7, business_days: LONGEST },
        rungs: [
          rung('officer_1_business_day_before', 'officer', 'due', 'business_days', -1),
          rung('officer_at_due', 'officer', 'due', 'days', 0),
          rung('head_1_day_after', 'head_of_post', 'due', 'days', 1),
          rung('headquarters_3_days_after', 'headquarters', 'due', 'days', 3),
        ],
      },
      {
        upTo: { hours: LONGEST, days: LONGEST, business_days: LONGEST },
        rungs: [
          rung('officer_7_days_before', 'officer', 'due', 'days', -7),
          rung('officer_1_day_before', 'officer', 'due', 'days', -1),
          rung('officer_at_due', 'officer', 'due', 'days', 0),
          rung('head_1_day_after', 'head_of_post', 'due', 'days', 1),
          rung('headquarters_3_days_after', 'headquarters', 'due', 'days', 3),
        ],
      },
    ],
  },
  digest: {
    reminders: 10,
    withinMinutes: 60,
    source: 'Por defecto: diez en una hora se vuelven uno',
  },
} as const;

/** Version 1 of the policy: the defaults of the service, as data that headquarters edits. */
export class SeedObligationPolicy1764000000401 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `INSERT INTO obligation_policies (version, effective_from, content, reason)
       VALUES (1, '2000-01-01T00:00:00Z', $1, 'Valores iniciales del servicio')`,
      [JSON.stringify(FIRST_POLICY)],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
