import fc from 'fast-check';
import { FIRST_INSTRUMENT } from '../../../../migrations/1764000003011-seed-risk-instrument';
import {
  assessRisk,
  mayRaise,
  misanswered,
  rankOf,
  RISK_ANSWERS,
  RISK_LEVELS,
  riskInstrumentSchema,
  type RiskAnswers,
  type RiskInstrumentContent,
} from './risk';

const first = riskInstrumentSchema.parse(FIRST_INSTRUMENT);
const codes = (instrument: RiskInstrumentContent) => instrument.questions.map((q) => q.code);
const allOf = (answer: 'yes' | 'no' | 'unknown') =>
  Object.fromEntries(codes(first).map((code) => [code, answer]));

const anyInstrument: fc.Arbitrary<RiskInstrumentContent> = fc
  .record({
    weights: fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 20 }),
        fc.option(fc.constantFrom('moderate', 'high', 'extreme'), { nil: undefined }),
      ),
      { minLength: 1, maxLength: 20 },
    ),
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 120 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ weights, cuts }) => {
    const [moderate, high, extreme] = [...cuts].sort((a, b) => a - b);
    return riskInstrumentSchema.parse({
      title: { es: 'x', en: 'x' },
      source: 'test',
      questions: weights.map(([weight, atLeast], i) => ({
        code: `q_${i}`,
        text: { es: 'x', en: 'x' },
        weight,
        ...(atLeast ? { atLeast } : {}),
      })),
      thresholds: { moderate, high, extreme },
    });
  });
const answered = anyInstrument.chain((instrument) =>
  fc.tuple(...codes(instrument).map(() => fc.constantFrom(...RISK_ANSWERS))).map((given) => ({
    instrument,
    answers: Object.fromEntries(codes(instrument).map((code, i) => [code, given[i]!])),
  })),
);

describe('assessing danger', () => {
  it('begins with an instrument that is sound, and finds low where nothing is told', () => {
    expect(assessRisk(first, allOf('no'))).toEqual({ score: 0, level: 'low', critical: [] });
    expect(assessRisk(first, allOf('unknown')).level).toBe('low');
    expect(assessRisk(first, allOf('yes')).level).toBe('extreme');
  });

  it('lets one critical item decide, whatever the score', () => {
    const answers = { ...allOf('no'), choking: 'yes' } as RiskAnswers;
    expect(assessRisk(first, answers)).toMatchObject({ level: 'extreme', critical: ['choking'] });
    expect(assessRisk(first, { ...allOf('no'), own_suicide: 'yes' }).level).toBe('high');
  });

  it('never finds less danger when more is told', () => {
    fc.assert(
      fc.property(answered, fc.nat(), ({ instrument, answers }, pick) => {
        const code = codes(instrument)[pick % instrument.questions.length]!;
        const before = assessRisk(instrument, answers);
        const after = assessRisk(instrument, { ...answers, [code]: 'yes' });
        expect(rankOf(after.level)).toBeGreaterThanOrEqual(rankOf(before.level));
        expect(after.score).toBeGreaterThanOrEqual(before.score);
      }),
    );
  });

  it('never stays under the level of a critical item, nor under that of the score', () => {
    fc.assert(
      fc.property(answered, ({ instrument, answers }) => {
        const { level, score, critical } = assessRisk(instrument, answers);
        for (const { code, atLeast } of instrument.questions) {
          if (critical.includes(code))
            expect(rankOf(level)).toBeGreaterThanOrEqual(rankOf(atLeast!));
        }
        for (const step of ['moderate', 'high', 'extreme'] as const) {
          if (score >= instrument.thresholds[step])
            expect(rankOf(level)).toBeGreaterThanOrEqual(rankOf(step));
        }
      }),
    );
  });

  it('may be raised by the officer and never lowered', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RISK_LEVELS),
        fc.constantFrom(...RISK_LEVELS),
        (computed, to) => mayRaise(computed, to) === rankOf(to) >= rankOf(computed),
      ),
    );
  });

  it('asks for an answer to every question and to no other', () => {
    const { choking: _, ...rest } = allOf('no');
    expect(misanswered(first, { ...rest, invented: 'yes' } as RiskAnswers)).toEqual({
      missing: ['choking'],
      foreign: ['invented'],
    });
  });

  it.each([
    [
      'two questions of one code',
      (c: typeof FIRST_INSTRUMENT) => ({
        ...c,
        questions: [...c.questions, c.questions[0]],
      }),
    ],
    [
      'thresholds that do not rise',
      (c: typeof FIRST_INSTRUMENT) => ({
        ...c,
        thresholds: { moderate: 9, high: 9, extreme: 20 },
      }),
    ],
    ['no question', (c: typeof FIRST_INSTRUMENT) => ({ ...c, questions: [] })],
  ])('is refused with %s', (_, edit) => {
    expect(riskInstrumentSchema.safeParse(edit(FIRST_INSTRUMENT)).success).toBe(false);
  });
});
