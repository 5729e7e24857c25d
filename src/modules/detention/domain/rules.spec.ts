import { at, facts } from '../../../../test/factories/detention-facts';
import { checkContact, type ContactRecord } from './check-contact';
import { missingGuarantees } from './expulsion';
import { placeKey } from './facility';
import { acknowledgerOf } from './mistreatment';
import { BENEFIT_STATES, BENEFIT_TRANSITIONS, type BenefitState } from './proceedings';
import { ageAt } from './visit-situation';
import { currentWish, wishAt } from './wishes';
import { Temporal } from '@js-temporal/polyfill';

describe('a contact record', () => {
  const file = {
    detainedAt: at('2026-03-01T20:00:00Z'),
    postNotifiedAt: at('2026-03-02T08:00:00Z'),
  };
  const now = at('2026-03-05T12:00:00Z');
  const record: ContactRecord = {
    kind: 'in_person',
    withWhom: 'detainee',
    outcome: 'refused_by_authority',
    occurredAt: '2026-03-03T10:00:00Z',
    denial: { authority: 'Dirección' },
  };

  it('of a denied access names the authority, itself or by its note verbale', () => {
    expect(checkContact(record, file, now)).toEqual([]);
    const { denial: _, ...unnamed } = record;
    expect(checkContact(unnamed, file, now)).toEqual([
      { path: 'denial', code: 'DENIAL_NEEDS_AUTHORITY' },
    ]);
    const noteVerbale = { authority: 'MAEC', sentAt: '2026-03-03T12:00:00Z' };
    expect(checkContact({ ...unnamed, noteVerbale }, file, now)).toEqual([]);
    const early = { ...noteVerbale, sentAt: '2026-03-03T09:00:00Z' };
    expect(checkContact({ ...unnamed, noteVerbale: early }, file, now)).toEqual([
      { path: 'noteVerbale.sentAt', code: 'BEFORE_THE_DENIAL' },
    ]);
  });

  it('of any other outcome names none', () => {
    expect(checkContact({ ...record, outcome: 'done' }, file, now)).toEqual([
      { path: 'denial', code: 'ONLY_WITH_DENIED_ACCESS' },
    ]);
  });
});

describe('who takes note of mistreatment', () => {
  it.each([
    ['head_of_post', 'post', 'consul'],
    ['head_of_post', 'another', null],
    ['officer', 'post', null],
    ['hq_analyst', null, 'headquarters'],
    ['protection_desk', null, 'headquarters'],
    ['hq_director', null, null],
  ])('%s at %s: %s', (role, postId, by) => {
    expect(acknowledgerOf([{ role, postId }], 'post')).toBe(by);
  });
});

describe('wishes', () => {
  it('are known as of any instant; nobody asked means not asked', () => {
    const wishes = [
      {
        id: 'a',
        subject: 'family' as const,
        wish: 'no' as const,
        occurredAt: at('2026-03-03T10:00:00Z'),
      },
      {
        id: 'b',
        subject: 'family' as const,
        wish: 'yes' as const,
        occurredAt: at('2026-03-05T10:00:00Z'),
      },
    ];
    expect(currentWish(wishes, 'family')?.wish).toBe('yes');
    expect(currentWish(wishes, 'visit')).toBeNull();
    expect(wishAt(wishes, 'family', at('2026-03-04T10:00:00Z'))).toBe('no');
    expect(wishAt(wishes, 'family', at('2026-03-01T10:00:00Z'))).toBe('not_asked');
    expect(wishAt(facts().wishes, 'visit', at('2026-03-02T09:00:00Z'))).toBe('yes');
  });
});

describe('a prison benefit', () => {
  it('reaches every state from the first, and none is a trap', () => {
    const reached = new Set<BenefitState>(['informed']);
    for (const state of reached) BENEFIT_TRANSITIONS[state].forEach((next) => reached.add(next));
    expect([...reached].sort()).toEqual([...BENEFIT_STATES].sort());
    for (const state of BENEFIT_STATES) {
      const next: readonly BenefitState[] = BENEFIT_TRANSITIONS[state];
      expect(next.length).toBeGreaterThan(0);
    }
  });
});

describe('an expulsion', () => {
  it('lacks the guarantees that are missing or not known', () => {
    expect(
      missingGuarantees({
        grounds: 'met',
        individual_examination: 'not_met',
        lawyer: 'unknown',
        interpreter: 'not_applicable',
        copies_of_statements: 'met',
        appeal_deadline: 'met',
      }),
    ).toEqual(['individual_examination', 'lawyer']);
  });
});

describe('a place', () => {
  it('is one, however it is spelt', () => {
    const key = placeKey('Centro Penitenciario «Alcalá-Meco»', 'Alcalá de Henares');
    expect(key).toBe('alcala de henares|centro penitenciario alcala meco');
    expect(placeKey('CENTRO  PENITENCIARIO ALCALA MECO', 'Alcala de Henares')).toBe(key);
    expect(placeKey('Меса', '東京')).toBe('東京|меса');
  });
});

describe('age', () => {
  it.each([
    ['2008-03-02', 18],
    ['2008-03-03', 17],
    ['2008-02-29', 18],
  ])('of who was born on %s is %d on 2 March 2026', (birth, years) => {
    expect(ageAt(Temporal.PlainDate.from(birth), at('2026-03-02T12:00:00Z'))).toBe(years);
  });

  it('is not known without a birth date', () => {
    expect(ageAt(null, at('2026-03-02T12:00:00Z'))).toBeNull();
  });
});
