import { LANGUAGES, type Messages } from './messages';

/** Words in both languages, side by side where they are written. */
export interface Bilingual {
  es: string;
  en: string;
}
type Words = Readonly<Record<string, Bilingual>>;

/** A total map: every code of the vocabulary has its words. */
export type Labels<Code extends string> = Readonly<Record<Code, Bilingual>>;

/** A catalogue of words by key, each key after `prefix`. */
export function labelled(prefix: string, words: Words): Messages {
  const [es, en] = LANGUAGES.map((language) =>
    Object.fromEntries(
      Object.entries(words).map(([code, text]) => [`${prefix}${code}`, text[language]]),
    ),
  );
  return { es: es!, en: en! };
}

/** A catalogue of refusals (what happened, and what to do next) and of what to mend in a field. */
export const refusals = (
  errors: Readonly<Record<string, { title: Bilingual; detail: Bilingual }>>,
  fields: Words,
): Messages =>
  joined(
    labelled(
      'errors.',
      Object.fromEntries(
        Object.entries(errors).flatMap(([code, { title, detail }]) => [
          [`${code}.title`, title],
          [`${code}.detail`, detail],
        ]),
      ),
    ),
    labelled('validation.', fields),
  );

/** Several catalogues as one. */
export const joined = (...catalogues: readonly Messages[]): Messages => ({
  es: Object.assign({}, ...catalogues.map(({ es }) => es)) as Messages['es'],
  en: Object.assign({}, ...catalogues.map(({ en }) => en)) as Messages['en'],
});
