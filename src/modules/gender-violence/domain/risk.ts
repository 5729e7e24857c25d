import { z } from 'zod';
import type { Labels } from './label';

export const RISK_LEVELS = ['low', 'moderate', 'high', 'extreme'] as const;
/** In rising order (taxonomy, *Violence*). */
export type RiskLevel = (typeof RISK_LEVELS)[number];
export const RISK_LEVEL_LABELS: Labels<RiskLevel> = {
  low: { es: 'Bajo', en: 'Low' },
  moderate: { es: 'Moderado', en: 'Moderate' },
  high: { es: 'Alto', en: 'High' },
  extreme: { es: 'Extremo', en: 'Extreme' },
};

export const RISK_ANSWERS = ['yes', 'no', 'unknown'] as const;
export type RiskAnswer = (typeof RISK_ANSWERS)[number];
export type RiskAnswers = Readonly<Record<string, RiskAnswer>>;

const code = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/);
const words = (most: number) =>
  z.strictObject({
    es: z.string().trim().min(1).max(most),
    en: z.string().trim().min(1).max(most),
  });

const question = z.strictObject({
  code,
  text: words(400),
  /** What a "yes" adds to the score. */
  weight: z.int().min(0).max(20),
  /** A critical item: a "yes" makes the level at least this, whatever the score. */
  atLeast: z.enum(['moderate', 'high', 'extreme']).optional(),
});

/** Questions with weights and what makes a level: data of a version, edited by headquarters. */
export const riskInstrumentSchema = z
  .strictObject({
    title: words(200),
    /** Published practice it follows, or who decided it. */
    source: z.string().trim().min(1).max(500),
    questions: z.array(question).min(1).max(60),
    /** The least score of each level; under `moderate` it is low. */
    thresholds: z.strictObject({
      moderate: z.int().min(1).max(1200),
      high: z.int().min(1).max(1200),
      extreme: z.int().min(1).max(1200),
    }),
  })
  .refine(({ questions }) => new Set(questions.map((q) => q.code)).size === questions.length, {
    message: 'each question needs a code of its own',
    path: ['questions'],
  })
  .refine(({ thresholds: t }) => t.moderate < t.high && t.high < t.extreme, {
    message: 'thresholds must rise with the level',
    path: ['thresholds'],
  });
export type RiskInstrumentContent = z.infer<typeof riskInstrumentSchema>;

/** The rank of a level: 0 low to 3 extreme. */
export const rankOf = (level: RiskLevel): number => RISK_LEVELS.indexOf(level);

const higher = (a: RiskLevel, b: RiskLevel): RiskLevel => (rankOf(a) >= rankOf(b) ? a : b);

/** Questions without an answer, and answers to no question of the instrument. */
export function misanswered(
  { questions }: RiskInstrumentContent,
  answers: RiskAnswers,
): { missing: string[]; foreign: string[] } {
  const codes = questions.map((q) => q.code);
  return {
    missing: codes.filter((asked) => !Object.hasOwn(answers, asked)),
    foreign: Object.keys(answers).filter((given) => !codes.includes(given)),
  };
}

export interface RiskResult {
  score: number;
  level: RiskLevel;
  /** Critical items that were answered "yes". */
  critical: string[];
}

/**
 * Score and level of the answers: each "yes" adds its weight, the thresholds give the level, and a
 * critical item never leaves it under its own. What is not known adds nothing and hides nothing: it
 * stays an answer of its own.
 */
export function assessRisk(instrument: RiskInstrumentContent, answers: RiskAnswers): RiskResult {
  const told = instrument.questions.filter((q) => answers[q.code] === 'yes');
  const score = told.reduce((sum, { weight }) => sum + weight, 0);
  const { moderate, high, extreme } = instrument.thresholds;
  const byScore: RiskLevel =
    score >= extreme ? 'extreme' : score >= high ? 'high' : score >= moderate ? 'moderate' : 'low';
  const critical = told.filter(({ atLeast }) => atLeast);
  return {
    score,
    level: critical.reduce<RiskLevel>((level, q) => higher(level, q.atLeast!), byScore),
    critical: critical.map((q) => q.code),
  };
}

/** The officer may find more danger than the instrument, never less. */
export const mayRaise = (computed: RiskLevel, to: RiskLevel): boolean =>
  rankOf(to) >= rankOf(computed);
