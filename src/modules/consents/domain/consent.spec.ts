import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import {
  covers,
  isPrivate,
  mayConsent,
  mayDisclose,
  type ConsentFact,
  type Recipient,
} from './consent';
import { DATA_CATEGORIES, PURPOSES, RECIPIENT_KINDS } from './consent-vocabulary';

const at = (text: string) => Temporal.Instant.from(text);
const NOW = at('2026-03-01T12:00:00Z');
const MOTHER: Recipient = { kind: 'family', personId: 'mother' };

const said = (more: Partial<ConsentFact> = {}): ConsentFact => ({
  id: 'c1',
  decision: 'granted',
  purpose: 'inform_family',
  recipient: MOTHER,
  categories: ['identity', 'case_progress'],
  givenBy: 'person',
  givenAt: at('2026-02-01T10:00:00Z'),
  validUntil: null,
  form: 'signed',
  withdrawnAt: null,
  ...more,
});

const ask = (
  consents: ConsentFact[],
  more: { recipient?: Recipient; age?: number | null; categories?: ConsentFact['categories'] } = {},
) =>
  mayDisclose(
    consents,
    'inform_family',
    more.recipient ?? MOTHER,
    more.age === undefined ? 30 : more.age,
    NOW,
    more.categories ?? [],
  );

describe('whether something may be shared', () => {
  it('is no by default, for family as for anyone', () => {
    expect(ask([])).toEqual({ allowed: false, consentId: null, reason: 'no_consent' });
  });

  it('is yes with a consent for that purpose and that recipient', () => {
    expect(ask([said()])).toEqual({ allowed: true, consentId: 'c1', reason: 'consent' });
    expect(ask([said()], { recipient: { kind: 'family', personId: 'aunt' } }).allowed).toBe(false);
    expect(ask([said({ purpose: 'publication' })]).reason).toBe('no_consent');
  });

  it('lets a consent for a kind as a whole cover each of its members, and no other kind', () => {
    const any = said({ recipient: { kind: 'family' } });
    expect(ask([any]).allowed).toBe(true);
    expect(ask([any], { recipient: { kind: 'ngo' } }).allowed).toBe(false);
  });

  it.each<[string, Partial<ConsentFact>, string]>([
    ['withdrawn this very instant', { withdrawnAt: NOW }, 'withdrawn'],
    ['expired this very instant', { validUntil: NOW }, 'expired'],
    ['refused', { decision: 'refused' }, 'refused'],
    ['given later', { givenAt: NOW.add({ seconds: 1 }) }, 'no_consent'],
  ])('is no when it was %s', (_, more, reason) => {
    expect(ask([said(more)])).toEqual({ allowed: false, consentId: null, reason });
  });

  it('follows the newest word; of one instant, the refusal', () => {
    const refusal = said({ id: 'c2', decision: 'refused' });
    expect(ask([said(), refusal]).reason).toBe('refused');
    const earlier = { ...refusal, givenAt: at('2026-01-01T00:00:00Z') };
    expect(ask([earlier, said()]).allowed).toBe(true);
    const refusesAll = said({
      id: 'c3',
      decision: 'refused',
      recipient: { kind: 'family' },
      givenAt: at('2026-02-20T00:00:00Z'),
    });
    expect(ask([said(), refusesAll]).reason).toBe('refused');
  });

  it('covers only the kinds of data it names, and sensitive ones only when signed', () => {
    expect(ask([said()], { categories: ['identity'] }).allowed).toBe(true);
    expect(ask([said()], { categories: ['identity', 'health'] }).reason).toBe('not_these_data');
    const health = said({ categories: ['health'], form: 'verbal' });
    expect(ask([health], { categories: ['health'] }).reason).toBe('written_consent_needed');
    expect(ask([{ ...health, form: 'signed' }], { categories: ['health'] }).allowed).toBe(true);
  });

  it.each<[number | null, ConsentFact['givenBy'], boolean]>([
    [13, 'person', false],
    [13, 'parent_or_guardian', true],
    [14, 'person', true],
    [17, 'person', true],
    [17, 'parent_or_guardian', true],
    [17, 'legal_support', false],
    [18, 'parent_or_guardian', false],
    [18, 'person', true],
    [18, 'legal_support', true],
    [null, 'person', true],
    [null, 'parent_or_guardian', false],
  ])('at age %s hears the %s: %s', (age, givenBy, heard) => {
    expect(mayConsent(givenBy, age)).toBe(heard);
    expect(ask([said({ givenBy })], { age }).allowed).toBe(heard);
  });

  it('says who must speak instead', () => {
    expect(ask([said()], { age: 9 }).reason).toBe('guardian_must_consent');
    expect(ask([said({ givenBy: 'parent_or_guardian' })]).reason).toBe('guardian_no_longer');
  });

  it('never gives a minor to the press, whoever consents', () => {
    const recipient: Recipient = { kind: 'press' };
    const consent = said({ recipient, givenBy: 'parent_or_guardian' });
    expect(ask([consent], { recipient, age: 17 }).reason).toBe('minor_never_in_press');
    expect(ask([said({ recipient })], { recipient, age: 18 }).allowed).toBe(true);
  });

  it('compares written names without accents, capitals or spacing', () => {
    expect(covers({ kind: 'ngo', name: 'Casa  Perú' }, { kind: 'ngo', name: 'casa peru' })).toBe(
      true,
    );
    expect(covers({ kind: 'ngo', name: 'Casa Perú' }, { kind: 'ngo' })).toBe(false);
  });

  it('whatever was said, a yes rests on a granted consent in force then for that purpose', () => {
    const instant = fc.integer({ min: 0, max: 200 }).map((d) => NOW.add({ hours: d - 100 }));
    const recipient = fc.record({
      kind: fc.constantFrom(...RECIPIENT_KINDS.slice(0, 3)),
      personId: fc.option(fc.constantFrom('a', 'b')),
    });
    const consent = fc.record({
      id: fc.uuid(),
      decision: fc.constantFrom('granted' as const, 'refused' as const),
      purpose: fc.constantFrom(...PURPOSES.slice(0, 2)),
      recipient,
      categories: fc.subarray([...DATA_CATEGORIES]),
      givenBy: fc.constantFrom('person' as const, 'parent_or_guardian' as const),
      givenAt: instant,
      validUntil: fc.option(instant),
      form: fc.constantFrom('signed' as const, 'verbal' as const),
      withdrawnAt: fc.option(instant),
    });
    fc.assert(
      fc.property(
        fc.array(consent, { maxLength: 8 }),
        recipient,
        fc.integer({ min: 0, max: 90 }),
        fc.subarray([...DATA_CATEGORIES], { maxLength: 2 }),
        (consents, to, age, categories) => {
          const answer = mayDisclose(consents, 'inform_family', to, age, NOW, categories);
          expect(answer.allowed).toBe(answer.consentId !== null);
          if (!answer.allowed) return;
          const ground = consents.find((c) => c.id === answer.consentId)!;
          expect(ground.decision).toBe('granted');
          expect(ground.purpose).toBe('inform_family');
          expect(Temporal.Instant.compare(ground.givenAt, NOW)).toBeLessThanOrEqual(0);
          if (ground.withdrawnAt) {
            expect(Temporal.Instant.compare(ground.withdrawnAt, NOW)).toBe(1);
          }
          expect(ground.categories).toEqual(expect.arrayContaining(categories));
          expect(mayConsent(ground.givenBy, age)).toBe(true);
        },
      ),
    );
  });
});

describe('a private recipient', () => {
  it.each([
    [{ kind: 'family' }, true],
    [{ kind: 'family', institutionId: 'i' }, true],
    [{ kind: 'press', institutionId: 'i' }, true],
    [{ kind: 'other', name: 'Vecina' }, true],
    [{ kind: 'other', institutionId: 'i' }, false],
    [{ kind: 'lawyer', personId: 'p' }, false],
    [{ kind: 'foreign_authority' }, false],
  ] as [Recipient, boolean][])('%j: %s', (recipient, expected) => {
    expect(isPrivate(recipient)).toBe(expected);
  });
});
