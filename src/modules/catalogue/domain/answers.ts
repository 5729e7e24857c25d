import { Temporal } from '@js-temporal/polyfill';
import { isValid as isCountry } from 'i18n-iso-countries';
import { LONGEST_TEXT, type Condition, type Field } from './content';

/** An answer in the form of its field: text, code, codes, number, yes or no, ISO date or instant. */
export type Answer = string | number | boolean | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

export interface AnswerFault {
  field: string;
  /** Code with a label `validation.<code>`. */
  code: string;
}

export interface AnswerContext {
  now: Temporal.Instant;
  /** IANA zone of the post, in which *today* is meant. */
  zone: string;
  /** Whether the writer reads restricted answers; fields they cannot read are left as they are. */
  seesRestricted: boolean;
  /** True when the case is being opened: its required fields must be there. */
  opening: boolean;
}

export interface AppliedAnswers {
  /** All answers afterwards, of the fields that are asked. */
  answers: Answers;
  /** Fields whose answer is new, different or gone, in the order of the form. */
  changed: string[];
  faults: AnswerFault[];
}

/** Whether all conditions hold for `answers`; none: they do. */
export function holds(conditions: readonly Condition[] | undefined, answers: Answers): boolean {
  return (conditions ?? []).every((condition) => {
    const answer = answers[condition.field];
    if ('known' in condition) return (answer !== undefined) === condition.known;
    if (answer === undefined) return false;
    const given = Array.isArray(answer) ? (answer as string[]) : [String(answer)];
    return condition.is.some((code) => given.includes(code));
  });
}

/**
 * The fields that are asked given what has been answered: a field is asked when its conditions hold,
 * and a condition counts only answers to fields that are themselves asked.
 */
export function askedFields(fields: readonly Field[], answers: Answers): Field[] {
  const counted: Record<string, Answer> = {};
  return fields.filter((field) => {
    if (!holds(field.showIf, counted)) return false;
    const answer = answers[field.code];
    if (answer !== undefined) counted[field.code] = answer;
    return true;
  });
}

/** Only the answers to fields that are asked. */
export function visibleAnswers(fields: readonly Field[], answers: Answers): Answers {
  const asked = askedFields(fields, answers).map(({ code }) => code);
  return Object.fromEntries(
    asked.flatMap((code) => (answers[code] === undefined ? [] : [[code, answers[code]]])),
  );
}

/**
 * `current` with `given` laid over it; null takes an answer away. An answer to a field that is no
 * longer asked goes; one given to a field that is not asked is a fault. Nothing is applied by halves:
 * the caller saves only when there are no faults. Applying the result again changes nothing.
 */
export function applyAnswers(
  fields: readonly Field[],
  current: Answers,
  given: Readonly<Record<string, unknown>>,
  context: AnswerContext,
): AppliedAnswers {
  const faults: AnswerFault[] = [];
  const merged: Record<string, Answer> = { ...current };
  const known = new Map(fields.map((field) => [field.code, field]));
  for (const [code, value] of Object.entries(given)) {
    const field = known.get(code);
    if (!field) faults.push({ field: code, code: 'UNKNOWN_FIELD' });
    else if (field.tier === 'restricted' && !context.seesRestricted)
      faults.push({ field: code, code: 'RESTRICTED_FIELD' });
    else if (isBlank(value)) delete merged[code];
    else {
      const read = readAnswer(field, value, current[code], context);
      if (typeof read === 'object' && 'fault' in read)
        faults.push({ field: code, code: read.fault });
      else merged[code] = read;
    }
  }
  const answers = visibleAnswers(fields, merged);
  const asked = new Set(askedFields(fields, answers).map(({ code }) => code));
  for (const [code, value] of Object.entries(given)) {
    if (known.has(code) && !asked.has(code) && !isBlank(value))
      faults.push({ field: code, code: 'NOT_ASKED' });
  }
  for (const field of fields) {
    if (!asked.has(field.code)) continue;
    if (missing(field, answers, current, context))
      faults.push({ field: field.code, code: 'isNotEmpty' });
    faults.push(...orderFault(field, answers));
  }
  const changed = fields
    .map(({ code }) => code)
    .filter((code) => !same(answers[code], current[code]));
  return { answers, changed, faults };
}

const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** What opening asks must be there then, and may not be taken away later. */
function missing(field: Field, now: Answers, before: Answers, context: AnswerContext): boolean {
  if (field.required !== 'opening' || now[field.code] !== undefined) return false;
  if (field.tier === 'restricted' && !context.seesRestricted) return false;
  return context.opening || before[field.code] !== undefined;
}

function orderFault(field: Field, answers: Answers): AnswerFault[] {
  if (field.kind !== 'date' || !field.notBefore) return [];
  const [own, earlier] = [answers[field.code], answers[field.notBefore]];
  return typeof own === 'string' && typeof earlier === 'string' && own < earlier
    ? [{ field: field.code, code: 'BEFORE_EARLIER_DATE' }]
    : [];
}

type Read = Answer | { fault: string };

function readAnswer(
  field: Field,
  value: unknown,
  before: Answer | undefined,
  { now, zone }: AnswerContext,
): Read {
  switch (field.kind) {
    case 'text':
      return readText(value, field.maxLength);
    case 'long_text':
      return readText(value, LONGEST_TEXT);
    case 'integer':
      if (!Number.isSafeInteger(value)) return { fault: 'isInt' };
      if ((value as number) < (field.min ?? -Infinity)) return { fault: 'min' };
      return (value as number) > (field.max ?? Infinity) ? { fault: 'max' } : (value as number);
    case 'boolean':
      return typeof value === 'boolean' ? value : { fault: 'isBoolean' };
    case 'date':
      return readDate(value, field.notFuture ? now.toZonedDateTimeISO(zone).toPlainDate() : null);
    case 'instant':
      return readInstant(value, field.notFuture ? now : null);
    case 'choice':
      return offered(field.options, value, before) ? (value as string) : { fault: 'isIn' };
    case 'choices':
      return Array.isArray(value) && value.every((code) => offered(field.options, code, before))
        ? [...new Set(value as string[])]
        : { fault: 'isIn' };
    case 'country':
      return typeof value === 'string' && /^[A-Z]{2}$/.test(value) && isCountry(value)
        ? value
        : { fault: 'isCountry' };
  }
}

function readText(value: unknown, most: number): Read {
  if (typeof value !== 'string') return { fault: 'isString' };
  const text = value.normalize('NFC').trim();
  return text.length > most ? { fault: 'maxLength' } : text;
}

/** A retired option is kept where it was the answer already. */
const offered = (
  options: readonly { code: string; retired: boolean }[],
  value: unknown,
  before: Answer | undefined,
): boolean =>
  options.some(
    ({ code, retired }) =>
      code === value &&
      (!retired || code === before || (Array.isArray(before) && before.includes(code))),
  );

const EARLIEST = 1900;
const LATEST = 2200;

function readDate(value: unknown, latest: Temporal.PlainDate | null): Read {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value))
    return { fault: 'isCivilDate' };
  try {
    const date = Temporal.PlainDate.from(value, { overflow: 'reject' });
    if (date.year < EARLIEST || date.year > LATEST) return { fault: 'isCivilDate' };
    return latest && Temporal.PlainDate.compare(date, latest) > 0
      ? { fault: 'notInFuture' }
      : date.toString();
  } catch {
    return { fault: 'isCivilDate' };
  }
}

function readInstant(value: unknown, latest: Temporal.Instant | null): Read {
  if (typeof value !== 'string' || value.length > 40) return { fault: 'isInstant' };
  try {
    const instant = Temporal.Instant.from(value);
    const { year } = instant.toZonedDateTimeISO('UTC');
    if (year < EARLIEST || year > LATEST) return { fault: 'isInstant' };
    return latest && Temporal.Instant.compare(instant, latest) > 0
      ? { fault: 'notInFuture' }
      : instant.toString();
  } catch {
    return { fault: 'isInstant' };
  }
}

const same = (a: Answer | undefined, b: Answer | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
