import { Temporal } from '@js-temporal/polyfill';

const MONTHS = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'setiembre',
  'octubre',
  'noviembre',
  'diciembre',
] as const;

/** `2 de marzo de 2026`, with the months as Peru writes them. */
export const dateInWords = ({ day, month, year }: Temporal.PlainDate): string =>
  `${day} de ${MONTHS[month - 1]} de ${year}`;

/** `02/03/2026`. */
export const shortDate = ({ day, month, year }: Temporal.PlainDate): string =>
  `${pad(day)}/${pad(month)}/${year}`;

/** `09:05`. */
export const timeOfDay = ({ hour, minute }: Temporal.ZonedDateTime): string =>
  `${pad(hour)}:${pad(minute)}`;

/** On the clock of the place: `02/03/2026 23:55`. */
export function atPlace(iso: string, zone: string): string {
  const local = Temporal.Instant.from(iso).toZonedDateTimeISO(zone);
  return `${shortDate(local.toPlainDate())} ${timeOfDay(local)}`;
}

const pad = (n: number): string => String(n).padStart(2, '0');

const FEMININE = /^(Sección|Oficina|Agencia|Embajada|Dirección|Misión|Representación)\b/;

/** A post's name as it goes on in a sentence: after its article, after «de», after «a». */
export function inSentence(name: string): Record<'the' | 'start' | 'of' | 'to', string> {
  return FEMININE.test(name)
    ? { the: `la ${name}`, start: `La ${name}`, of: `de la ${name}`, to: `a la ${name}` }
    : { the: `el ${name}`, start: `El ${name}`, of: `del ${name}`, to: `al ${name}` };
}

/** Completed years at `today`. */
export const ageAt = (birth: Temporal.PlainDate, today: Temporal.PlainDate): number =>
  birth.until(today, { largestUnit: 'years' }).years;
