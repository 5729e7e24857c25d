/**
 * How a word sounds in the Spanish of Peru, so that spellings of one name meet: b/v, s/c/z/x, ll/y/i,
 * mute h, g/j, qu/c/k, hu/gu/w, doubled letters, n before b or p, and e/i, o/u, which speakers of
 * Quechua and Aymara interchange (Quispe, Kispi; Condori, Cunduri). Capitals are sounds, not letters:
 * C is ch, G hard g, W hu. Words in other scripts stay as they are.
 * @param token a normalised word (see `nameTokens`)
 */
export function phonetic(token: string): string {
  if (!/^[a-zCGW0-9]+$/.test(token)) return token;
  let sound = token;
  for (const [spelling, replacement] of RULES) sound = sound.replace(spelling, replacement);
  return sound;
}

/** Applied in this order; each rule reads what the earlier ones left. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/h+/g, 'h'],
  [/ch/g, 'C'],
  [/ph/g, 'f'],
  [/(?:h|w+)u(?=[aeio])|w/g, 'W'],
  [/gu(?=[ao])/g, 'W'],
  [/h/g, ''],
  [/ll/g, 'y'],
  [/gu(?=[eiy])/g, 'G'],
  [/g(?=[eiy])/g, 'j'],
  [/g/g, 'G'],
  [/qu(?=[eiy])/g, 'k'],
  [/q/g, 'k'],
  [/c(?=[eiy])|[xz]/g, 's'],
  [/c/g, 'k'],
  [/k+s/g, 's'],
  [/v/g, 'b'],
  [/n(?=[bp])/g, 'm'],
  [/[ey]/g, 'i'],
  [/o/g, 'u'],
  [/(.)\1+/g, '$1'],
];
