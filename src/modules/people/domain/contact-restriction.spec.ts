import fc from 'fast-check';
import {
  CONTACT_CHANNELS,
  forbids,
  mayUse,
  standsAt,
  type RestrictionScope,
} from './contact-restriction';

const restriction = (more: Partial<RestrictionScope> = {}): RestrictionScope => ({
  channel: null,
  postId: null,
  since: 100,
  until: null,
  liftedAt: null,
  ...more,
});
const contact = { channel: 'telephone', postId: 'mad', at: 150 } as const;

describe('do not contact', () => {
  it('stands from its start until its end or its lifting', () => {
    const ended = restriction({ until: 200 });
    expect([99, 100, 199, 200].map((at) => standsAt(ended, at))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const lifted = restriction({ liftedAt: 120 });
    expect([119, 120].map((at) => standsAt(lifted, at))).toEqual([true, false]);
  });

  it('forbids what is in its scope alone', () => {
    expect(forbids(restriction(), contact)).toBe(true);
    expect(forbids(restriction({ channel: 'telephone' }), contact)).toBe(true);
    expect(forbids(restriction({ channel: 'letter' }), contact)).toBe(false);
    expect(forbids(restriction({ postId: 'mad' }), contact)).toBe(true);
    expect(forbids(restriction({ postId: 'pat' }), contact)).toBe(false);
    expect(forbids(restriction({ channel: 'telephone', postId: 'pat' }), contact)).toBe(false);
  });

  it('of everything forbids whatever a narrower one would', () => {
    const scope = fc.record({
      channel: fc.option(fc.constantFrom(...CONTACT_CHANNELS)),
      postId: fc.option(fc.constantFrom('mad', 'pat')),
      since: fc.nat(300),
      until: fc.constant(null),
      liftedAt: fc.option(fc.nat(300)),
    });
    const intended = fc.record({
      channel: fc.constantFrom(...CONTACT_CHANNELS),
      postId: fc.option(fc.constantFrom('mad', 'pat')),
      at: fc.nat(300),
    });
    fc.assert(
      fc.property(scope, intended, (narrow, wish) => {
        const wide = { ...narrow, channel: null, postId: null };
        return !forbids(narrow, wish) || forbids(wide, wish);
      }),
    );
  });

  it('leaves a telephone usable while one of its channels is, and only safe details once one is', () => {
    const phone = { kind: 'phone', safe: false } as const;
    const use = (restrictions: RestrictionScope[], anySafe = false) =>
      mayUse(phone, anySafe, restrictions, 'mad', 150);
    expect(use([])).toBe(true);
    expect(use([restriction({ channel: 'telephone' })])).toBe(true);
    const channels = ['telephone', 'message', 'instant_message'] as const;
    expect(use(channels.slice(0, 2).map((channel) => restriction({ channel })))).toBe(true);
    expect(use(channels.map((channel) => restriction({ channel })))).toBe(false);
    expect(use([restriction()])).toBe(false);
    expect(use([], true)).toBe(false);
    expect(mayUse({ kind: 'phone', safe: true }, true, [], 'mad', 150)).toBe(true);
  });
});
