import fc from 'fast-check';
import { PRIORITIES } from '../../cases';
import type { AssessmentPolicyContent } from './assessment-policy';
import { pointsOf, priorityOf, type PriorityFacts } from './priority';

const policy: AssessmentPolicyContent['priority'] = {
  conclusions: { none: 0, indigence: 20, vulnerability: 20, extreme_need: 60 },
  factors: { pregnant: 20, serious_illness: 30, child_or_adolescent: 30 },
  youngerThan: { years: 18, points: 30 },
  olderThan: { years: 65, points: 15 },
  high: 30,
  urgent: 60,
  source: 'test',
};
const facts = (more: Partial<PriorityFacts> = {}): PriorityFacts => ({
  comesFirst: false,
  conclusion: null,
  factors: [],
  age: null,
  ...more,
});

describe('the priority of a case', () => {
  it.each<[string, Partial<PriorityFacts>, string]>([
    ['nothing known', {}, 'normal'],
    ['one factor under the line', { factors: ['pregnant'] }, 'normal'],
    ['a serious illness', { factors: ['serious_illness'] }, 'high'],
    ['a minor by age alone', { age: 17 }, 'high'],
    ['of age', { age: 18 }, 'normal'],
    ['sixty-five exactly', { age: 65, conclusion: 'indigence' }, 'normal'],
    ['over sixty-five in indigence', { age: 66, conclusion: 'indigence' }, 'high'],
    ['extreme need', { conclusion: 'extreme_need' }, 'urgent'],
    ['work above all other', { comesFirst: true }, 'urgent'],
    ['a factor without weight', { factors: ['lgbtiq'] }, 'normal'],
  ])('of %s', (_, more, expected) => {
    expect(priorityOf(facts(more), policy)).toBe(expected);
  });

  it('counts a factor once, and age not beside the factor that says it', () => {
    expect(pointsOf(facts({ factors: ['pregnant', 'pregnant'] }), policy)).toBe(20);
    expect(pointsOf(facts({ factors: ['child_or_adolescent'], age: 10 }), policy)).toBe(30);
  });

  it('never falls when another factor becomes known', () => {
    const factor = fc.constantFrom('pregnant', 'serious_illness', 'child_or_adolescent', 'lgbtiq');
    fc.assert(
      fc.property(
        fc.array(factor),
        factor,
        fc.option(fc.integer({ min: 0, max: 99 })),
        (factors, more, age) => {
          const rank = (known: string[]) =>
            PRIORITIES.indexOf(priorityOf(facts({ factors: known, age }), policy));
          expect(rank([...factors, more])).toBeGreaterThanOrEqual(rank(factors));
        },
      ),
    );
  });
});
