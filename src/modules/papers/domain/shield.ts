/**
 * Values stand among the template's marks without being taken for them: every character that means
 * something to `toBlocks` is carried through in Unicode's private area and comes back afterwards.
 */
const SPECIAL = ['\n', '|', '*', '#', '>', '-', ':', '[', ']', '/', ';', '=', '\u2028', '\u2029'];
const FIRST = 0xe000;
const CARRIED = /[\uE000-\uE0FF]/g;
/** Longest run without a place to break a line; more is no word, and slow to lay out. */
const LONGEST_WORD = 60;
const ENDLESS = new RegExp(`\\S{${LONGEST_WORD}}(?=\\S)`, 'g');

/** Stands where a fact is not known. */
export const MISSING = '\uE0FF';

export const shield = (value: string): string =>
  value
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    // characters that no paper can print
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F\uE000-\uF8FF]/g, ' ')
    .replace(ENDLESS, '$&\u200B')
    .replace(/[\s\S]/g, (character) => {
      const index = SPECIAL.indexOf(character);
      return index < 0 ? character : String.fromCharCode(FIRST + index);
    });

export const unshield = (text: string): string =>
  text.replace(CARRIED, (carried) => {
    if (carried === MISSING) return '';
    const character = SPECIAL[carried.charCodeAt(0) - FIRST] ?? '';
    return character === '\u2028' || character === '\u2029' ? '\n' : character;
  });
