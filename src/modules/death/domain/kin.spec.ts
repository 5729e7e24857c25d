import fc from 'fast-check';
import { mustTellKinFirst, type Reaching } from './kin';

const way = (changes: Partial<Reaching>): Reaching => ({
  kinTold: false,
  spoken: false,
  kind: null,
  roles: ['relative'],
  ...changes,
});

describe('telling the next of kin first', () => {
  it.each<[string, Partial<Reaching>, boolean]>([
    ['a message to a relative', {}, true],
    ['a call to a relative: that is how they are told', { spoken: true }, false],
    ['a letter to an authority of the case', { roles: ['official'] }, false],
    ['a letter to somebody without a part', { roles: [] }, true],
    ['a paper for the family', { kind: 'family' }, true],
    ['what the family is told by a person', { kind: 'family', spoken: true }, false],
    ['the press, however', { kind: 'press', spoken: true }, true],
    ['a disclosure to a foreign authority', { kind: 'foreign_authority' }, false],
  ])('%s', (_, changes, refused) => {
    expect(mustTellKinFirst(way(changes))).toBe(refused);
  });

  it('refuses nothing once they are told', () => {
    const anyWay = fc.record({
      spoken: fc.boolean(),
      kind: fc.option(fc.constantFrom('family', 'press', 'other')),
      roles: fc.array(fc.constantFrom('relative', 'official')),
    });
    fc.assert(
      fc.property(anyWay, (some) => {
        expect(mustTellKinFirst({ ...some, kinTold: true })).toBe(false);
      }),
    );
  });
});
