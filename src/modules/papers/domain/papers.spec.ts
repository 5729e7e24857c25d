import { Temporal } from '@js-temporal/polyfill';
import * as fc from 'fast-check';
import { PAPER_KINDS, PAPER_RULES } from './paper-kinds';
import { assertPaperMay, PAPER_STATES, PAPER_TRANSITIONS } from './paper-states';
import { ageAt, dateInWords, inSentence, shortDate } from './spanish';
import { CODE_LENGTH, codeFrom, normalCode } from './verification-code';
import { sampleData, schemaOf, withoutRestricted } from './variables';

describe('verification codes', () => {
  it('are read the same however they are typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: CODE_LENGTH, maxLength: CODE_LENGTH }), (random) => {
        const code = codeFrom(random);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
        const copied = code
          .toLowerCase()
          .replaceAll('-', ' ')
          .replaceAll('0', 'o')
          .replaceAll('1', 'l');
        expect(normalCode(copied)).toBe(normalCode(code));
      }),
    );
  });

  it('carry 100 bits: every character has 32 values', () => {
    const letters = new Set(
      Array.from({ length: 256 }, (_, byte) => codeFrom(new Uint8Array(CODE_LENGTH).fill(byte))[0]),
    );
    expect(letters.size).toBe(32);
    expect(() => codeFrom(new Uint8Array(3))).toThrow();
  });
});

describe('the life of a paper', () => {
  it('leads every state to an end and back to none', () => {
    for (const state of PAPER_STATES) {
      expect(PAPER_TRANSITIONS[state]).not.toContain('draft');
    }
    expect(() => assertPaperMay('draft', 'issued')).not.toThrow();
    expect(() => assertPaperMay('issued', 'discarded')).toThrow(
      expect.objectContaining({ code: 'PAPER_STATE_FORBIDS', status: 409, allowed: ['annulled'] }),
    );
    expect(() => assertPaperMay('annulled', 'issued')).toThrow();
  });

  it('numbers each kind in a series of its own that the register accepts', () => {
    const series = PAPER_KINDS.map((kind) => PAPER_RULES[kind].series);
    expect(new Set(series).size).toBe(PAPER_KINDS.length);
    for (const code of series) expect(code).toMatch(/^[A-Z]{3,4}$/);
  });
});

describe('what papers say', () => {
  it('writes dates as Peru does', () => {
    const date = Temporal.PlainDate.from('2026-09-05');
    expect(dateInWords(date)).toBe('5 de setiembre de 2026');
    expect(shortDate(date)).toBe('05/09/2026');
    expect(
      ageAt(Temporal.PlainDate.from('1991-07-28'), Temporal.PlainDate.from('2026-07-27')),
    ).toBe(34);
    expect(
      ageAt(Temporal.PlainDate.from('1991-07-28'), Temporal.PlainDate.from('2026-07-28')),
    ).toBe(35);
  });

  it('names a post as the sentence asks', () => {
    expect(inSentence('Consulado General del Perú en Madrid').of).toBe(
      'del Consulado General del Perú en Madrid',
    );
    expect(inSentence('Sección Consular del Perú en Oslo')).toMatchObject({
      start: 'La Sección Consular del Perú en Oslo',
      to: 'a la Sección Consular del Perú en Oslo',
    });
  });

  it('leaves out what is restricted', () => {
    const label = { es: 'x', en: 'x' };
    const groups = [
      {
        name: 'visit',
        label,
        variables: {
          date: { kind: 'text' as const, label, sample: 'hoy' },
          health: { kind: 'text' as const, label, sample: 'mal', restricted: true as const },
        },
      },
    ];
    expect(withoutRestricted(sampleData(groups), schemaOf(groups))).toEqual({
      visit: { date: 'hoy' },
    });
  });
});
