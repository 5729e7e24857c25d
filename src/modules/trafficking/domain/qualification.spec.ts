import fc from 'fast-check';
import { qualify, type ToldExploitation } from './qualification';
import { AGE_FINDINGS } from './protection';
import { MEANS_OF_CONTROL, PURPOSES, TRAFFICKING_ACTS } from './vocabulary';

const told = (changes: Partial<ToldExploitation> = {}): ToldExploitation => ({
  acts: ['recruitment'],
  means: ['threats'],
  purposes: ['forced_labour'],
  consentStated: null,
  ...changes,
});
const some = <T>(codes: readonly T[]) => fc.subarray([...codes]);
const any: fc.Arbitrary<ToldExploitation> = fc.record({
  acts: some(TRAFFICKING_ACTS),
  means: some(MEANS_OF_CONTROL),
  purposes: some(PURPOSES),
  consentStated: fc.constantFrom(null, true, false),
});
const age = fc.constantFrom(null, ...AGE_FINDINGS);

describe('whether the facts are trafficking', () => {
  it('asks for act, means and purpose of an adult, and says what is missing', () => {
    expect(qualify([told()], 'adult')).toEqual({ trafficking: true, missing: [] });
    expect(qualify([told({ means: ['not_specified'] })], 'adult').missing).toEqual(['means']);
    expect(qualify([], null).missing).toEqual(['act', 'means', 'purpose']);
  });

  it('asks for no means of a minor, nor of whom is presumed one', () => {
    for (const finding of ['minor', 'presumed_minor'] as const) {
      expect(qualify([told({ means: [] })], finding).trafficking).toBe(true);
    }
    expect(qualify([told({ means: [] })], null).trafficking).toBe(false);
  });

  it('never changes with what the person says they agreed to (Ley 30251)', () => {
    fc.assert(
      fc.property(fc.array(any), age, (all, finding) => {
        const agreed = all.map((one) => ({ ...one, consentStated: true }));
        expect(qualify(agreed, finding)).toEqual(qualify(all, finding));
      }),
    );
  });

  it('only grows stronger with more facts', () => {
    fc.assert(
      fc.property(fc.array(any), any, age, (all, more, finding) => {
        const [before, after] = [qualify(all, finding), qualify([...all, more], finding)];
        expect(before.trafficking && !after.trafficking).toBe(false);
      }),
    );
  });
});
