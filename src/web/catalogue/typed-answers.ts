import type { Answer, Answers, CatalogueField } from '../api/catalogue';
import { toInstant, toWallClock } from '../time/zoned';

/** Answers as typed: texts, and lists of codes; instants on the wall clock of the post. */
export type TypedAnswers = Record<string, string | string[]>;

/** What was answered, as the form shows it. */
export const typedOf = (
  fields: readonly CatalogueField[],
  answers: Answers,
  zone: string,
): TypedAnswers =>
  Object.fromEntries(
    fields.map(({ code, kind }) => {
      const answer = answers[code];
      if (kind === 'choices') return [code, Array.isArray(answer) ? answer : []];
      if (answer === undefined) return [code, ''];
      return [code, kind === 'instant' ? toWallClock(String(answer), zone) : String(answer)];
    }),
  );

function answerOf({ kind }: CatalogueField, typed: string | string[], zone: string): Answer | null {
  if (typed.length === 0 || (typeof typed === 'string' && typed.trim() === '')) return null;
  if (Array.isArray(typed)) return typed;
  if (kind === 'integer') return Number(typed);
  if (kind === 'boolean') return typed === 'true';
  return kind === 'instant' ? toInstant(typed, zone) : typed;
}

/** What was typed, as the API takes it; null where nothing was. */
export const answersIn = (
  fields: readonly CatalogueField[],
  typed: TypedAnswers,
  zone: string,
): Record<string, Answer | null> =>
  Object.fromEntries(
    fields.map((field) => [field.code, answerOf(field, typed[field.code] ?? '', zone)]),
  );

/** Only what was answered. */
export const given = (answers: Record<string, Answer | null>): Answers =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([code, answer]) => (answer === null ? [] : [[code, answer]])),
  );
