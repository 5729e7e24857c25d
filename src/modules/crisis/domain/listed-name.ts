/** A name as a list gives it, in the parts that the register keeps. */
export interface ListedName {
  givenNames: string;
  firstSurname: string;
  secondSurname: string | null;
}

const TITLES = new Set(
  ['MR', 'MRS', 'MS', 'MISS', 'MSTR', 'CHD', 'INF', 'DR', 'SR', 'SRA', 'SRTA'].map(String),
);
/** Titles that airlines write without a space behind the given name. */
const GLUED = /^(\p{L}{3,})(MRS|MSTR|MISS|MR)$/u;

const words = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '');

/** `QUISPE MAMANI/ROSA ELENA MRS`, as airlines write it; null for what is no such name. */
export function readBoardingName(text: string): ListedName | null {
  const [left = '', right = '', ...more] = text.split('/');
  const surnames = words(left);
  const given = words(right).filter((word) => !TITLES.has(word.toUpperCase().replace('.', '')));
  if (more.length > 0 || surnames.length === 0 || given.length === 0) return null;
  const last = given.at(-1)!;
  given[given.length - 1] = GLUED.exec(last)?.[1] ?? last;
  return {
    givenNames: given.join(' '),
    firstSurname: surnames[0]!,
    secondSurname: surnames.length > 1 ? surnames.slice(1).join(' ') : null,
  };
}

/**
 * A name in one piece: as airlines write it, with the surnames before a comma, or with the surnames
 * last, as people speak. Null when it has fewer than two words.
 */
export function readWholeName(text: string): ListedName | null {
  if (text.includes('/')) return readBoardingName(text);
  const comma = text.indexOf(',');
  if (comma >= 0) return readBoardingName(`${text.slice(0, comma)}/${text.slice(comma + 1)}`);
  const all = words(text).filter((word) => !TITLES.has(word.toUpperCase().replace('.', '')));
  if (all.length < 2) return null;
  const surnames = all.length > 3 ? 2 : 1;
  const firstSurname = all.at(-surnames)!;
  return {
    givenNames: all.slice(0, -surnames).join(' '),
    firstSurname,
    secondSurname: surnames === 2 ? all.at(-1)! : null,
  };
}
