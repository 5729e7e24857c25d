import fc from 'fast-check';
import { beyond, mayTell, TELLABLE, WILLS, type OrderFact, type WillFact } from './may-tell';

const REQUESTER = 'mother';
const will = (changes: Partial<WillFact> = {}): WillFact => ({
  id: 'w',
  will: 'authorises',
  recipientPersonId: REQUESTER,
  allows: ['identity', 'case_progress'],
  at: 1,
  ...changes,
});
const order = (changes: Partial<OrderFact> = {}): OrderFact => ({
  id: 'o',
  orders: ['location'],
  at: 1,
  ...changes,
});

describe('what the requester may be told', () => {
  it('is exactly what the located person allows them', () => {
    expect(mayTell([will()], [], REQUESTER)).toEqual({
      basis: 'authorisation',
      by: 'w',
      categories: ['identity', 'case_progress'],
    });
    expect(beyond(['identity', 'location'], mayTell([will()], [], REQUESTER))).toEqual([
      'location',
    ]);
  });

  it('is nothing for anybody else, nor once the person takes it back', () => {
    expect(mayTell([will()], [], 'aggressor').basis).toBe('neutral');
    expect(mayTell([will(), will({ id: 'x', will: 'refuses', at: 2 })], [], REQUESTER).basis).toBe(
      'neutral',
    );
    expect(mayTell([will({ will: 'not_asked' })], [], REQUESTER).basis).toBe('neutral');
  });

  it('is what a court orders, where the person did not authorise', () => {
    expect(mayTell([will({ will: 'refuses' })], [order()], REQUESTER)).toEqual({
      basis: 'court_order',
      by: 'o',
      categories: ['location'],
    });
  });

  it('is never more than somebody allowed or ordered, whatever happened', () => {
    const kinds = fc.subarray([...TELLABLE]);
    const wills = fc.array(
      fc.record({
        id: fc.uuid(),
        will: fc.constantFrom(...WILLS),
        recipientPersonId: fc.constantFrom(null, REQUESTER, 'other'),
        allows: kinds,
        at: fc.nat(9),
      }),
      { maxLength: 4 },
    );
    const orders = fc.array(fc.record({ id: fc.uuid(), orders: kinds, at: fc.nat(9) }), {
      maxLength: 2,
    });
    fc.assert(
      fc.property(wills, orders, (w, o) => {
        const { basis, by, categories } = mayTell(w, o, REQUESTER);
        if (basis === 'neutral') expect(categories).toEqual([]);
        if (basis === 'authorisation') {
          expect(w.find(({ id }) => id === by)).toMatchObject({
            will: 'authorises',
            recipientPersonId: REQUESTER,
            allows: categories,
          });
        }
        if (basis === 'court_order')
          expect(o.find(({ id }) => id === by)?.orders).toEqual(categories);
        // a will that no newer one takes back
        const last = Math.max(...w.map(({ at }) => at));
        if (basis === 'authorisation') expect(w.find(({ id }) => id === by)?.at).toBe(last);
      }),
    );
  });
});
