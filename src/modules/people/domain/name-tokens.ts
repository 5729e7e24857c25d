/** Particles that documents write or leave out at will ("de la Cruz", "Cruz"). */
const PARTICLES = new Set(
  [
    'de',
    'del',
    'la',
    'las',
    'los',
    'el',
    'y',
    'e',
    'da',
    'das',
    'do',
    'dos',
    'di',
    'van',
    'von',
  ].concat(['der', 'den', 'vda', 'viuda']),
);

/** Letters that no Unicode decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** Longer words are told apart by their beginning; it also bounds what one letter can expand to. */
const LONGEST_WORD = 40;

/** Straight, curly and modifier apostrophes, as Quechua and Aymara names carry them (Ch'aska, Q'ero). */
const APOSTROPHES = /['`´‘’‛ʼʹʻˈ′＇]/gu;
const COMBINING_MARKS = /[\u0300-\u036f]/gu;

/** Lower case, without accents, apostrophes or compatibility forms: only for comparing, never shown. */
export function normaliseName(text: string): string {
  return text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .replace(COMBINING_MARKS, '')
    .replace(APOSTROPHES, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/gu, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The words of a name that tell people apart, normalised: accents, hyphens and particles gone
 * ("Ñique de la O'Brien-Díaz" → nique, obrien, diaz). A name made of particles alone keeps them, and
 * one without any letter (an emoji) is its own word.
 */
export function nameTokens(text: string): string[] {
  const words = normaliseName(text).split(' ').filter(Boolean);
  const telling = words.filter((word) => !PARTICLES.has(word)).map(withoutGluedParticle);
  const chosen = telling.length > 0 ? telling : words;
  const whole = text.normalize('NFC').replace(/\s+/gu, '');
  return (chosen.length > 0 ? chosen : [whole]).filter(Boolean).map(beginning);
}

const beginning = (word: string): string => [...word].slice(0, LONGEST_WORD).join('');

/** "Delacruz" and "Delosrios" are also written apart. */
const withoutGluedParticle = (word: string): string =>
  word.replace(/^(?:delas?|delos)(?=\p{L}{4})/u, '');
