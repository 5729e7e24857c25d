import {
  IDENTITY_STATES,
  identityAllows,
  identityObstacle,
  initialIdentity,
  type IdentityState,
} from './identity';

const facts = { nationality: 'PE' as string | null, documents: 0, vulnerability: [] as string[] };

describe('the state of an identity', () => {
  it('starts unverified', () => expect(initialIdentity(facts)).toBe('unverified'));

  it('is presumed of a possible trafficking victim without documents', () => {
    const victim = { ...facts, vulnerability: ['pregnant', 'victim_of_trafficking'] };
    expect(initialIdentity(victim)).toBe('presumed');
    expect(initialIdentity({ ...victim, documents: 1 })).toBe('unverified');
    expect(initialIdentity({ ...victim, nationality: 'BO' })).toBe('unverified');
    expect(initialIdentity({ ...victim, nationality: null })).toBe('unverified');
  });

  it('is verified by a document, and presumed only as Peruvian', () => {
    expect(identityObstacle('verified', facts)).toBe('IDENTITY_NEEDS_DOCUMENT');
    expect(identityObstacle('verified', { ...facts, documents: 1 })).toBeNull();
    expect(identityObstacle('presumed', { ...facts, nationality: 'EC' })).toBe(
      'IDENTITY_PRESUMED_IS_PERUVIAN',
    );
    expect(identityObstacle('unverified', { ...facts, nationality: null })).toBeNull();
  });

  it('reaches every state from every other, and none stays in itself', () => {
    for (const from of IDENTITY_STATES) {
      expect(identityAllows(from)).not.toContain(from);
      const reached = new Set<IdentityState>([from]);
      for (const state of reached) identityAllows(state).forEach((next) => reached.add(next));
      expect(reached.size).toBe(IDENTITY_STATES.length);
    }
  });
});
