import fc from 'fast-check';
import { Temporal } from '@js-temporal/polyfill';
import { FIRST_CATALOGUE } from '../../../../migrations/first-catalogue';
import { applyAnswers, askedFields, visibleAnswers, type AnswerContext } from './answers';
import { catalogueSchema, contentOf, type Field } from './content';

const CONTENT = catalogueSchema.parse(FIRST_CATALOGUE);
const TYPES = CONTENT.families.flatMap((family) =>
  family.types.map((type) => contentOf(CONTENT, family.code, type.code)!),
);

const context: AnswerContext = {
  now: Temporal.Instant.from('2026-03-02T09:00:00Z'),
  zone: 'Europe/Madrid',
  seesRestricted: true,
  opening: false,
};

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2026-03-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Something of the right form for a field, something wrong, or nothing. */
function valueOf(field: Field): fc.Arbitrary<unknown> {
  const codes = 'options' in field ? field.options.map(({ code }) => code) : ['x'];
  const right: Record<Field['kind'], fc.Arbitrary<unknown>> = {
    text: fc.string({ maxLength: 40 }),
    long_text: fc.string({ maxLength: 80 }),
    integer: fc.integer({ min: -2, max: 600 }),
    boolean: fc.boolean(),
    date: day,
    instant: day.map((text) => `${text}T10:00:00Z`),
    choice: fc.constantFrom(...codes),
    choices: fc.subarray(codes),
    country: fc.constantFrom('PE', 'ES', 'XX'),
  };
  return fc.oneof(
    { weight: 6, arbitrary: right[field.kind] },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(null, 7, 'wrong', [], {}, true) },
  );
}

const formAndPatches = fc
  .constantFrom(...TYPES.filter(({ fields }) => fields.length > 0))
  .chain(({ fields }) => {
    const patch = fc.record(
      Object.fromEntries(fields.map((field) => [field.code, valueOf(field)])),
      { requiredKeys: [] },
    );
    return fc.record({ fields: fc.constant(fields), patches: fc.array(patch, { maxLength: 4 }) });
  });

/** Answers after those patches that were accepted, as the register would have them. */
function history(fields: readonly Field[], patches: readonly Record<string, unknown>[]) {
  let current = {};
  for (const patch of patches) {
    const applied = applyAnswers(fields, current, patch, context);
    if (applied.faults.length === 0) current = applied.answers;
  }
  return current;
}

describe('answers to the fields of any type of the first catalogue', () => {
  it('are only ever of fields that are asked', () => {
    fc.assert(
      fc.property(formAndPatches, ({ fields, patches }) => {
        const answers = history(fields, patches);
        const asked = askedFields(fields, answers).map(({ code }) => code);
        expect(asked).toEqual(expect.arrayContaining(Object.keys(answers)));
        expect(visibleAnswers(fields, answers)).toEqual(answers);
      }),
    );
  });

  it('stay as they are when given again', () => {
    fc.assert(
      fc.property(formAndPatches, ({ fields, patches }) => {
        const answers = history(fields, patches);
        const again = applyAnswers(fields, answers, answers, context);
        expect(again).toEqual({ answers, changed: [], faults: [] });
      }),
    );
  });

  it('change exactly where the result says so', () => {
    fc.assert(
      fc.property(formAndPatches, ({ fields, patches }) => {
        const [last = {}, ...earlier] = [...patches].reverse();
        const before: Record<string, unknown> = history(fields, earlier.reverse());
        const { answers, changed } = applyAnswers(fields, before as never, last, context);
        const all = new Set([...Object.keys(before), ...Object.keys(answers)]);
        const different = [...all].filter(
          (code) => JSON.stringify(before[code]) !== JSON.stringify(answers[code]),
        );
        expect([...changed].sort()).toEqual(different.sort());
      }),
    );
  });

  it('never depend on the order in which they are given', () => {
    fc.assert(
      fc.property(formAndPatches, ({ fields, patches }) => {
        const [patch = {}] = patches;
        const reversed = Object.fromEntries(Object.entries(patch).reverse());
        const one = applyAnswers(fields, {}, patch, context);
        const other = applyAnswers(fields, {}, reversed, context);
        expect(other.answers).toEqual(one.answers);
        expect(other.faults).toEqual(expect.arrayContaining(one.faults));
      }),
    );
  });

  it('leave restricted ones alone for who may not see them', () => {
    fc.assert(
      fc.property(formAndPatches, ({ fields, patches }) => {
        const blind = { ...context, seesRestricted: false };
        const restricted = new Set(
          fields.filter(({ tier }) => tier === 'restricted').map(({ code }) => code),
        );
        for (const patch of patches) {
          const { changed } = applyAnswers(fields, {}, patch, blind);
          expect(changed.filter((code) => restricted.has(code))).toEqual([]);
        }
      }),
    );
  });
});
