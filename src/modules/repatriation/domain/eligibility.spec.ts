import { eligibility, isEligible, type Condition, type EligibilityFacts } from './eligibility';
import { REPATRIATION_TYPES } from './repatriation-type';

const good: EligibilityFacts = {
  peruvian: true,
  inNeed: true,
  repatriatedBefore: false,
  earlierCostRepaid: null,
  undertaking: 'signed',
  waivedBy: null,
  waiverHasReason: false,
  childrenBornAbroad: 0,
  childrenRegistered: 0,
};
const find = (condition: Condition, more: Partial<EligibilityFacts>) =>
  eligibility('destitute', { ...good, ...more }).find((f) => f.condition === condition)!.finding;

describe('who may be repatriated', () => {
  it('is whoever meets every condition of the type', () => {
    expect(isEligible(eligibility('destitute', good))).toBe(true);
  });

  it.each(REPATRIATION_TYPES)('is never whoever is not Peruvian: %s', (type) => {
    expect(isEligible(eligibility(type, { ...good, peruvian: false }))).toBe(false);
    expect(isEligible(eligibility(type, { ...good, peruvian: null }))).toBe(false);
  });

  it.each([
    [{ repatriatedBefore: null }, 'open'],
    [{ repatriatedBefore: true, earlierCostRepaid: null }, 'open'],
    [{ repatriatedBefore: true, earlierCostRepaid: false }, 'not_met'],
    [{ repatriatedBefore: true, earlierCostRepaid: true }, 'met'],
  ] as const)('asks whether an earlier cost was repaid: %j is %s', (facts, finding) => {
    expect(find('not_repatriated_before', facts)).toBe(finding);
  });

  it.each([
    [{ undertaking: null }, 'open'],
    [{ undertaking: 'none' }, 'not_met'],
    [{ undertaking: 'waived' }, 'open'],
    [{ undertaking: 'waived', waivedBy: 'a' }, 'open'],
    [{ undertaking: 'waived', waiverHasReason: true }, 'open'],
    [{ undertaking: 'waived_in_part', waivedBy: 'a', waiverHasReason: true }, 'met'],
  ] as const)('takes a waiver only with who and why: %j is %s', (facts, finding) => {
    expect(find('undertaking_or_waiver', facts)).toBe(finding);
  });

  it('asks that the birth of every child be registered', () => {
    expect(find('births_registered', { childrenBornAbroad: 2, childrenRegistered: 1 })).toBe(
      'not_met',
    );
    expect(find('births_registered', { childrenBornAbroad: 2, childrenRegistered: 2 })).toBe('met');
    expect(find('births_registered', { childrenBornAbroad: null })).toBe('open');
  });

  it('asks neither need nor reimbursement of a victim, a child or a deportee', () => {
    const poor = { ...good, inNeed: null, undertaking: null, repatriatedBefore: null };
    for (const type of ['victim', 'minor', 'deportee_reception'] as const) {
      expect(isEligible(eligibility(type, poor))).toBe(true);
    }
    expect(isEligible(eligibility('destitute', poor))).toBe(false);
  });
});
