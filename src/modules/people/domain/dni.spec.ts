import fc from 'fast-check';
import { dniCheckCharacters, readDni } from './dni';

const number = fc.stringMatching(/^\d{8}$/);

describe('the check character of a DNI', () => {
  it.each([
    ['10117410', '2', 'G'],
    ['17801146', '0', 'D'],
    ['00000000', '6', 'K'],
  ])('of %s is %s, or %s on old cards', (digits, digit, letter) =>
    expect(dniCheckCharacters(digits)).toEqual({ digit, letter }),
  );

  it.each([
    ['10117410', { number: '10117410', check: null }],
    ['10117410-2', { number: '10117410', check: '2' }],
    [' 10117410 g ', { number: '10117410', check: 'G' }],
    ['101174102', { number: '10117410', check: '2' }],
    ['10117410-3', 'dniCheckCharacter'],
    ['10117410-Z', 'dniCheckCharacter'],
    ['1011741', 'dniForm'],
    ['1011741022', 'dniForm'],
    ['1011741O', 'dniForm'],
    ['١٠١١٧٤١٠', 'dniForm'],
    ['', 'dniForm'],
  ])('reads %j', (text, expected) => expect(readDni(text)).toEqual(expected));

  it('is right in both writings, for any number', () => {
    fc.assert(
      fc.property(number, (digits) => {
        const { digit, letter } = dniCheckCharacters(digits);
        expect(readDni(`${digits}-${digit}`)).toEqual({ number: digits, check: digit });
        expect(readDni(digits + letter.toLowerCase())).toEqual({ number: digits, check: letter });
      }),
    );
  });

  it('betrays any one digit typed wrong', () => {
    fc.assert(
      fc.property(number, fc.nat(7), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const wrong = [...digits];
        wrong[at] = String((Number(wrong[at]) + by) % 10);
        const { letter } = dniCheckCharacters(digits);
        expect(readDni(wrong.join('') + letter)).toBe('dniCheckCharacter');
      }),
    );
  });
});
