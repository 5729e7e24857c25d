import { Temporal } from '@js-temporal/polyfill';
import { applyAnswers, holds, type AnswerContext, type Answers } from './answers';
import { catalogueSchema, type Field } from './content';

const label = { es: 'x', en: 'x' };
const fields: readonly Field[] = catalogueSchema.parse({
  families: [
    {
      code: 'health',
      label,
      types: [{ code: 'accident', label, tier: 'standard' }],
      fields: [
        {
          code: 'place',
          label,
          kind: 'choice',
          required: 'opening',
          options: [
            { code: 'hospital', label },
            { code: 'home', label },
            { code: 'tent', label, retired: true },
          ],
        },
        {
          code: 'ward',
          label,
          kind: 'text',
          maxLength: 5,
          showIf: [{ field: 'place', is: ['hospital'] }],
        },
        {
          code: 'bed',
          label,
          kind: 'integer',
          min: 1,
          max: 9,
          showIf: [{ field: 'ward', known: true }],
        },
        { code: 'since', label, kind: 'date', notFuture: true },
        { code: 'until', label, kind: 'date', notBefore: 'since' },
        { code: 'alarms', label, kind: 'choices', options: [{ code: 'fire', label }] },
        { code: 'told_at', label, kind: 'instant', notFuture: true },
        { code: 'home_state', label, kind: 'country' },
        { code: 'alone', label, kind: 'boolean', tier: 'restricted' },
      ],
    },
  ],
  actions: [{ code: 'call', label }],
}).families[0]!.fields;

const context: AnswerContext = {
  now: Temporal.Instant.from('2026-03-01T23:30:00Z'),
  zone: 'Europe/Madrid',
  seesRestricted: true,
  opening: false,
};
const apply = (current: Answers, given: object, more: Partial<AnswerContext> = {}) =>
  applyAnswers(fields, current, given as Record<string, unknown>, { ...context, ...more });

describe('what is asked', () => {
  it('follows from earlier answers, through every link of the chain', () => {
    const all = { place: 'hospital', ward: 'B2', bed: 4 };
    expect(apply({}, all).answers).toEqual(all);
    expect(apply(all, { place: 'home' })).toEqual({
      answers: { place: 'home' },
      changed: ['place', 'ward', 'bed'],
      faults: [],
    });
  });

  it('makes an answer to anything else a fault', () => {
    expect(apply({ place: 'home' }, { ward: 'B2' }).faults).toEqual([
      { field: 'ward', code: 'NOT_ASKED' },
    ]);
  });

  it('holds for any of several codes, for yes and no, for known and unknown', () => {
    expect(holds([{ field: 'a', is: ['x', 'y'] }], { a: ['y', 'z'] })).toBe(true);
    expect(holds([{ field: 'a', is: ['false'] }], { a: false })).toBe(true);
    expect(holds([{ field: 'a', is: ['false'] }], {})).toBe(false);
    expect(holds([{ field: 'a', known: false }], {})).toBe(true);
    expect(holds(undefined, {})).toBe(true);
  });
});

describe('an answer', () => {
  it.each<[string, unknown, string]>([
    ['ward', 'too long', 'maxLength'],
    ['ward', 7, 'isString'],
    ['bed', 10, 'max'],
    ['bed', 0, 'min'],
    ['bed', 1.5, 'isInt'],
    ['bed', '4', 'isInt'],
    ['since', '2026-02-30', 'isCivilDate'],
    ['since', '1026-02-01', 'isCivilDate'],
    ['since', '2026-03-03', 'notInFuture'],
    ['told_at', '2026-03-02T00:00:00Z', 'notInFuture'],
    ['told_at', '2026-03-01 10:00', 'isInstant'],
    ['alarms', ['fire', 'flood'], 'isIn'],
    ['alarms', 'fire', 'isIn'],
    ['place', 'tent', 'isIn'],
    ['home_state', 'XX', 'isCountry'],
    ['alone', 'yes', 'isBoolean'],
    ['ghost', 1, 'UNKNOWN_FIELD'],
  ])('to %s that is %j is refused as %s', (field, value, code) => {
    const current = { place: 'hospital', ward: 'B2' };
    expect(apply(current, { [field]: value }).faults).toContainEqual({ field, code });
  });

  it('today is the day of the post, not of Greenwich', () => {
    expect(apply({ place: 'home' }, { since: '2026-03-02' }).faults).toEqual([]);
  });

  it('may not precede the date it depends on, whichever of the two is edited', () => {
    const faults = [{ field: 'until', code: 'BEFORE_EARLIER_DATE' }];
    expect(apply({ since: '2026-02-10' }, { until: '2026-02-09' }).faults).toEqual(faults);
    expect(
      apply({ since: '2026-02-01', until: '2026-02-05' }, { since: '2026-02-06' }).faults,
    ).toEqual(faults);
  });

  it('keeps an option that was retired since, but offers it to no one else', () => {
    expect(apply({ place: 'tent' }, { place: 'tent' }).faults).toEqual([]);
    expect(apply({ place: 'home' }, { place: 'tent' }).faults).toEqual([
      { field: 'place', code: 'isIn' },
    ]);
  });

  it('needed at the opening must be there then, and may not be taken away', () => {
    const faults = [{ field: 'place', code: 'isNotEmpty' }];
    expect(apply({}, {}, { opening: true }).faults).toEqual(faults);
    expect(apply({ place: 'home' }, { place: null }).faults).toEqual(faults);
    expect(apply({}, { since: '2026-02-01' }).faults).toEqual([]);
  });

  it('to a restricted field is for who may read it', () => {
    expect(apply({}, { alone: true }, { seesRestricted: false }).faults).toEqual([
      { field: 'alone', code: 'RESTRICTED_FIELD' },
    ]);
  });
});
