import fc from 'fast-check';
import { Temporal } from '@js-temporal/polyfill';
import { ARRIVAL_STEP, moved, PlanRefused, previewMove, schedule, type PlanStep } from './schedule';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-03-01');
const compare = Temporal.PlainDate.compare;

const step = (code: string, days: number, after: string[] = [], more: Partial<PlanStep> = {}) => ({
  code,
  days,
  after,
  state: 'pending' as const,
  notBefore: null,
  startedOn: null,
  endedOn: null,
  ...more,
});

const plan: PlanStep[] = [
  step('need', 2),
  step('document', 5, ['need']),
  step('reception', 1, ['need']),
  step('arrival_confirmed', 1, ['document', 'reception']),
];
const of = (steps: PlanStep[], code: string) =>
  schedule(steps, today).steps.find((s) => s.code === code)!;
const faultOf = (steps: PlanStep[]): string | null => {
  try {
    schedule(steps, today);
    return null;
  } catch (error) {
    if (error instanceof PlanRefused) return error.fault;
    throw error;
  }
};

/** Plans without a cycle: each step depends only on steps before it. */
const anyPlan = fc
  .array(
    fc.record({
      days: fc.integer({ min: 0, max: 20 }),
      picks: fc.array(fc.nat(), { maxLength: 3 }),
      wait: fc.option(fc.integer({ min: -10, max: 40 })),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((drawn) =>
    drawn.map(({ days, picks, wait }, i) =>
      step(`s${i}`, days, i === 0 ? [] : [...new Set(picks.map((p) => `s${p % i}`))], {
        notBefore: wait === null ? null : today.add({ days: wait }),
      }),
    ),
  );

/** The longest path by walking every path, as slow as it is plain. */
function longest(steps: readonly PlanStep[], to?: string): Temporal.PlainDate {
  const endOf = (code: string): Temporal.PlainDate => {
    const s = steps.find((x) => x.code === code)!;
    const starts = [today, ...(s.notBefore ? [s.notBefore] : []), ...s.after.map(endOf)];
    return starts.sort(compare).at(-1)!.add({ days: s.days });
  };
  if (to) return endOf(to);
  return steps
    .map((s) => endOf(s.code))
    .sort(compare)
    .at(-1)!;
}

describe('the plan of a repatriation', () => {
  it('predicts the arrival by the critical steps and gives the others slack', () => {
    expect(schedule(plan, today).arrival!.toString()).toBe('2026-03-09');
    expect(of(plan, 'document')).toMatchObject({ critical: true, slackDays: 0 });
    expect(of(plan, 'reception')).toMatchObject({ critical: false, slackDays: 4 });
    expect(of(plan, 'reception').latestStart.toString()).toBe('2026-03-07');
  });

  it('answers old and new days of every step when one is moved', () => {
    const { changes, arrival } = previewMove(plan, 'reception', day('2026-03-10'), today);
    expect(`${arrival.from} ${arrival.to}`).toBe('2026-03-09 2026-03-12');
    expect(changes.map((c) => `${c.code} ${c.from.start} ${c.to.start}`)).toEqual([
      'need 2026-03-01 2026-03-01',
      'document 2026-03-03 2026-03-03',
      'reception 2026-03-03 2026-03-10',
      'arrival_confirmed 2026-03-08 2026-03-11',
    ]);
  });

  it('leaves what was done where it happened', () => {
    const over = { state: 'done' as const, startedOn: today, endedOn: day('2026-03-02') };
    const steps = [step('need', 9, [], over), ...plan.slice(1)];
    expect(of(steps, 'need')).toMatchObject({ critical: false, slackDays: 0 });
    expect(of(steps, 'document').earliestStart.toString()).toBe('2026-03-02');
  });

  it('takes no time for what is not needed', () => {
    const out = { state: 'not_needed' as const, endedOn: today };
    const steps = plan.map((s) => (s.code === 'document' ? { ...s, ...out } : s));
    expect(schedule(steps, today).arrival!.toString()).toBe('2026-03-05');
  });

  it('refuses a plan that cannot be laid out', () => {
    expect(faultOf([step('a', 1, ['b']), step('b', 1, ['a'])])).toBe('STEP_CYCLE');
    expect(faultOf([step('a', 1, ['a'])])).toBe('STEP_CYCLE');
    expect(faultOf([step('a', 1, ['x'])])).toBe('UNKNOWN_STEP');
    expect(faultOf([step('a', 1), step('a', 2)])).toBe('REPEATED_STEP');
    expect(faultOf([step('a', -1)])).toBe('LENGTH_OF_STEP');
    expect(() => moved(plan, 'x', today)).toThrow(PlanRefused);
  });

  it('predicts the longest path, whatever the plan', () => {
    fc.assert(
      fc.property(anyPlan, (steps) => {
        expect(schedule(steps, today).end!.toString()).toBe(longest(steps).toString());
        const last = steps.at(-1)!.code;
        const named = (code: string) => (code === last ? ARRIVAL_STEP : code);
        const ending = steps.map((s) => ({ ...s, code: named(s.code), after: s.after.map(named) }));
        expect(schedule(ending, today).arrival!.toString()).toBe(longest(steps, last).toString());
      }),
    );
  });

  it('never starts a step before its predecessors end, at the earliest nor at the latest', () => {
    fc.assert(
      fc.property(anyPlan, (steps) => {
        const by = new Map(schedule(steps, today).steps.map((s) => [s.code, s]));
        for (const { code, after } of steps) {
          const mine = by.get(code)!;
          expect(mine.slackDays).toBeGreaterThanOrEqual(0);
          for (const before of after.map((c) => by.get(c)!)) {
            expect(compare(before.earliestEnd, mine.earliestStart)).toBeLessThanOrEqual(0);
            expect(compare(before.latestEnd, mine.latestStart)).toBeLessThanOrEqual(0);
          }
        }
      }),
    );
  });

  it('always has a critical step that ends with the plan', () => {
    fc.assert(
      fc.property(anyPlan, (steps) => {
        const { steps: laid, end } = schedule(steps, today);
        expect(laid.some((s) => s.critical && s.earliestEnd.equals(end!))).toBe(true);
      }),
    );
  });

  it('never makes any step earlier by moving one later', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(), fc.nat({ max: 60 }), (steps, pick, by) => {
        const { code } = steps[pick % steps.length]!;
        const now = schedule(steps, today).steps.find((s) => s.code === code)!;
        const { changes } = previewMove(steps, code, now.earliestStart.add({ days: by }), today);
        for (const { from, to } of changes) {
          expect(compare(to.start, from.start)).toBeGreaterThanOrEqual(0);
          expect(compare(to.end, from.end)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('gives the same days in any order of the steps', () => {
    fc.assert(
      fc.property(anyPlan, (steps) => {
        const sorted = (s: PlanStep[]) =>
          schedule(s, today).steps.sort((a, b) => a.code.localeCompare(b.code));
        expect(JSON.stringify(sorted([...steps].reverse()))).toBe(JSON.stringify(sorted(steps)));
      }),
    );
  });
});
