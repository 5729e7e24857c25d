export type Answer = string | number | boolean | string[];
export type Answers = Record<string, Answer>;
/** On an earlier field: its answer is one of `is`, or it is known, or not. */
export type Condition = { field: string; is: string[] } | { field: string; known: boolean };

const holds = (conditions: readonly Condition[] | undefined, answers: Answers): boolean =>
  (conditions ?? []).every((condition) => {
    const answer = answers[condition.field];
    if ('known' in condition) return (answer !== undefined) === condition.known;
    if (answer === undefined) return false;
    const given = Array.isArray(answer) ? answer : [String(answer)];
    return condition.is.some((code) => given.includes(code));
  });

/** The fields that are asked given what has been answered: the API's own rule, on the same data. */
export function askedFields<F extends { code: string; showIf?: Condition[] }>(
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
