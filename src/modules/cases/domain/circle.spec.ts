import fc from 'fast-check';
import { TIERS } from './case-vocabulary';
import { keepsCircle, leavesNobody, tiersWithin } from './circle';

const nobody = { isAssignee: false, isHead: false, isProtectionDesk: false };

describe('who opens and closes a case', () => {
  it('is the assignee, the head of post or the protection desk', () => {
    expect(keepsCircle(nobody)).toBe(false);
    for (const one of Object.keys(nobody))
      expect(keepsCircle({ ...nobody, [one]: true })).toBe(true);
  });

  it('lets the assignee close further, and open nothing', () => {
    const assignee = { ...nobody, isAssignee: true };
    expect(tiersWithin('standard', 'standard', assignee)).toEqual(['restricted', 'sealed']);
    expect(tiersWithin('sealed', 'standard', assignee)).toEqual([]);
    expect(tiersWithin('sealed', 'standard', { ...nobody, isHead: true })).toEqual([
      'standard',
      'restricted',
    ]);
  });

  it('never offers less than the type asks for, nor anything to others', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TIERS),
        fc.constantFrom(...TIERS),
        fc.record({
          isAssignee: fc.boolean(),
          isHead: fc.boolean(),
          isProtectionDesk: fc.boolean(),
        }),
        (current, ofType, standing) => {
          const offered = tiersWithin(current, ofType, standing);
          if (!keepsCircle(standing)) expect(offered).toEqual([]);
          expect(offered).not.toContain(current);
          for (const tier of offered) {
            expect(TIERS.indexOf(tier)).toBeGreaterThanOrEqual(TIERS.indexOf(ofType));
          }
        },
      ),
    );
  });

  it('sees that a sealed case keeps someone without an end', () => {
    const lasting = { id: 'a', until: null, active: true };
    const dated = { id: 'b', until: new Date(), active: true };
    const coming = { id: 'c', until: null, active: false };
    expect(leavesNobody([lasting, dated, coming], 'a')).toBe(true);
    expect(leavesNobody([lasting, dated], 'b')).toBe(false);
  });
});
