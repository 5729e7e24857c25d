import { eligibility, isEligible, type Condition, type EligibilityFacts } from './eligibility';
import { REPATRIATION_TYPES } from './repatriation-type';

const good: EligibilityFacts = {
  peruvian: true,
  inNeed: true,
  earlier: [],
  undertaking: 'signed',
  childrenBornAbroad: 0,
  childrenRegistered: null,
  agreed: true,
  removalKnown: true,
  receptionAccepted: true,
};
const find = (condition: Condition, more: Partial<EligibilityFacts>) =>
  eligibility('destitute', { ...good, ...more }).find((f) => f.condition === condition)!.finding;

describe('who may be repatriated', () => {
  it.each(REPATRIATION_TYPES)('is whoever meets every condition of the type: %s', (type) => {
    expect(isEligible(eligibility(type, good))).toBe(true);
  });

  it.each(REPATRIATION_TYPES)('is never whoever is not Peruvian: %s', (type) => {
    expect(isEligible(eligibility(type, { ...good, peruvian: false }))).toBe(false);
    expect(isEligible(eligibility(type, { ...good, peruvian: null }))).toBe(false);
  });

  it.each([
    [[], 'met'],
    [['not_due'], 'met'],
    [['waived', 'paid'], 'met'],
    [['paid', 'due'], 'not_met'],
    [['partly_paid'], 'not_met'],
  ] as const)('asks whether an earlier cost was repaid: %j is %s', (earlier, finding) => {
    expect(find('not_repatriated_before', { earlier })).toBe(finding);
  });

  it.each([
    [null, 'open'],
    ['declined', 'not_met'],
    ['waived', 'met'],
    ['waived_in_part', 'met'],
    ['signed', 'met'],
  ] as const)('asks for an undertaking or its waiver: %s is %s', (undertaking, finding) => {
    expect(find('undertaking_or_waiver', { undertaking })).toBe(finding);
  });

  it('asks that the birth of every child be registered', () => {
    expect(find('births_registered', { childrenBornAbroad: 2, childrenRegistered: 1 })).toBe(
      'not_met',
    );
    expect(find('births_registered', { childrenBornAbroad: 2, childrenRegistered: 2 })).toBe('met');
    expect(find('births_registered', { childrenBornAbroad: null })).toBe('open');
  });

  it('asks neither need nor reimbursement of a victim, a child or a deportee', () => {
    const poor = { ...good, inNeed: null, undertaking: null, earlier: ['due'] as const };
    for (const type of ['victim', 'minor', 'deportee_reception'] as const) {
      expect(isEligible(eligibility(type, poor))).toBe(true);
    }
    expect(isEligible(eligibility('destitute', poor))).toBe(false);
  });

  it('asks each type for what is its own', () => {
    const without = (type: (typeof REPATRIATION_TYPES)[number], more: Partial<EligibilityFacts>) =>
      isEligible(eligibility(type, { ...good, ...more }));
    expect(without('victim', { agreed: false })).toBe(false);
    expect(without('victim', { receptionAccepted: false })).toBe(false);
    expect(without('deportee_reception', { removalKnown: false })).toBe(false);
    expect(without('deportee_reception', { agreed: null })).toBe(true);
    expect(without('returnee_support', { agreed: null })).toBe(false);
  });
});
