import { z } from 'zod';
import { DomainError, invalidField } from '../errors/domain-error';

export const LEVELS = ['low', 'moderate', 'high', 'extreme'] as const;
/** What a questionnaire finds, in rising order. */
export type Level = (typeof LEVELS)[number];

export const ANSWERS = ['yes', 'no', 'unknown'] as const;
export type Answer = (typeof ANSWERS)[number];
export type Answers = Readonly<Record<string, Answer>>;

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
export const questionnaireSchema = z
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
export type Questionnaire = z.infer<typeof questionnaireSchema>;

/** The rank of a level: 0 low to 3 extreme. */
export const rankOf = (level: Level): number => LEVELS.indexOf(level);

const higher = (a: Level, b: Level): Level => (rankOf(a) >= rankOf(b) ? a : b);

/** Questions without an answer, and answers to no question of the questionnaire. */
export function misanswered(
  { questions }: Questionnaire,
  answers: Readonly<Record<string, unknown>>,
): { missing: string[]; foreign: string[] } {
  const codes = questions.map((q) => q.code);
  return {
    missing: codes.filter((asked) => !Object.hasOwn(answers, asked)),
    foreign: Object.keys(answers).filter((given) => !codes.includes(given)),
  };
}

/** What was answered, when every question was and nothing else; else 422 with each wrong one. */
export function answersTo(
  questionnaire: Questionnaire,
  given: Readonly<Record<string, unknown>>,
): Answers {
  const { missing, foreign } = misanswered(questionnaire, given);
  const wrong = Object.entries(given)
    .filter(([, answer]) => !(ANSWERS as readonly unknown[]).includes(answer))
    .map(([asked]) => asked);
  const errors = [
    ...missing.map((asked) => ({ path: `answers.${asked}`, code: 'isNotEmpty' })),
    ...foreign.map((asked) => ({ path: `answers.${asked}`, code: 'UNKNOWN_QUESTION' })),
    ...wrong.map((asked) => ({ path: `answers.${asked}`, code: 'isIn' })),
  ];
  if (errors.length > 0) throw new DomainError('VALIDATION_FAILED', { status: 422, errors });
  return given as Answers;
}

export interface Found {
  score: number;
  level: Level;
  /** Critical items that were answered "yes". */
  critical: string[];
}

/**
 * Score and level of the answers: each "yes" adds its weight, the thresholds give the level, and a
 * critical item never leaves it under its own. What is not known adds nothing and hides nothing: it
 * stays an answer of its own.
 */
export function evaluate(questionnaire: Questionnaire, answers: Answers): Found {
  const told = questionnaire.questions.filter((q) => answers[q.code] === 'yes');
  const score = told.reduce((sum, { weight }) => sum + weight, 0);
  const { moderate, high, extreme } = questionnaire.thresholds;
  const byScore: Level =
    score >= extreme ? 'extreme' : score >= high ? 'high' : score >= moderate ? 'moderate' : 'low';
  const critical = told.filter(({ atLeast }) => atLeast);
  return {
    score,
    level: critical.reduce<Level>((level, q) => higher(level, q.atLeast!), byScore),
    critical: critical.map((q) => q.code),
  };
}

/** Whoever asks may find more than the questionnaire, never less. */
export const mayRaise = (computed: Level, to: Level): boolean => rankOf(to) >= rankOf(computed);

/** The level that holds; 422 when it would be lowered, or raised without a reason. */
export function raisedLevel(
  computed: Level,
  { raisedTo, raiseReason }: { raisedTo?: Level; raiseReason?: string },
): Level {
  if (!raisedTo || raisedTo === computed) return computed;
  if (!mayRaise(computed, raisedTo)) throw invalidField('raisedTo', 'RISK_IS_NEVER_LOWERED');
  if (!raiseReason) throw invalidField('raiseReason', 'isNotEmpty');
  return raisedTo;
}
