import fc from 'fast-check';
import { PresenceBook } from './presence-book';

const at = (caseId: string, accountId: string, until: number) => ({ caseId, accountId, until });

describe('who looks at a case', () => {
  it('comes, stays while heard of, and goes by itself', () => {
    const book = new PresenceBook();
    expect(book.note(at('c', 'ana', PresenceBook.untilFrom(0)), 0)).toBe(true);
    expect(book.note(at('c', 'ana', PresenceBook.untilFrom(20_000)), 20_000)).toBe(false);
    expect(book.lookingAt('c', 69_999)).toEqual(['ana']);
    expect(book.lookingAt('c', 70_000)).toEqual([]);
    expect(book.note(at('c', 'ana', PresenceBook.untilFrom(80_000)), 80_000)).toBe(true);
  });

  it('leaves at once when told, and is not brought back by old news', () => {
    const book = new PresenceBook();
    book.note(at('c', 'ana', 50_000), 0);
    expect(book.note(at('c', 'ana', 0), 1)).toBe(true);
    expect(book.note(at('c', 'ana', 0), 2)).toBe(false);
    expect(book.knows('c', 'ana')).toBe(false);
    expect(book.note(at('c', 'leo', 10), 11)).toBe(false);
  });

  it('never names anyone after their time, nor of another case', () => {
    const event = fc.record({
      caseId: fc.constantFrom('a', 'b'),
      accountId: fc.constantFrom('x', 'y', 'z'),
      wait: fc.integer({ min: 0, max: 60_000 }),
      leaves: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const book = new PresenceBook();
        const truth = new Map<string, number>();
        let now = 1;
        for (const { caseId, accountId, wait, leaves } of events) {
          now += wait;
          const until = leaves ? 0 : PresenceBook.untilFrom(now);
          book.note(at(caseId, accountId, until), now);
          truth.set(`${caseId}${accountId}`, until);
          for (const id of ['a', 'b']) {
            const expected = ['x', 'y', 'z'].filter((who) => (truth.get(id + who) ?? 0) > now);
            expect(new Set(book.lookingAt(id, now))).toEqual(new Set(expected));
          }
        }
      }),
    );
  });

  it('keeps no more than it needs', () => {
    const book = new PresenceBook();
    for (let n = 0; n < 5_000; n += 1) book.note(at(`case-${n}`, 'ana', n + 10), n);
    const kept = Array.from({ length: 5_000 }, (_, n) => book.knows(`case-${n}`, 'ana'));
    expect(kept.filter(Boolean).length).toBeLessThan(2_100);
  });
});
