import type { Answer, Answers, CatalogueField, Condition } from '../api/catalogue';

const holds = (conditions: readonly Condition[] | undefined, answers: Answers): boolean =>
  (conditions ?? []).every((condition) => {
    const answer = answers[condition.field];
    if ('known' in condition) return (answer !== undefined) === condition.known;
    if (answer === undefined) return false;
    const given = Array.isArray(answer) ? answer : [String(answer)];
    return condition.is.some((code) => given.includes(code));
  });

/** The fields that are asked given what has been answered: the API's own rule, on the same data. */
export function askedFields<F extends Pick<CatalogueField, 'code' | 'showIf'>>(
  fields: readonly F[],
  answers: Answers,
): F[] {
  const counted: Record<string, Answer> = {};
  return fields.filter((field) => {
    if (!holds(field.showIf, counted)) return false;
    const answer = answers[field.code];
    if (answer !== undefined) counted[field.code] = answer;
    return true;
  });
}
