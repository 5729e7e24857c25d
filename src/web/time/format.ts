const LOCALES: Record<string, string> = { es: 'es-PE', en: 'en-GB' };
const localeOf = (language: string): string => LOCALES[language] ?? 'es-PE';

export const readerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** An instant as the wall clock of `zone` shows it: "21 nov. 2026, 06:34". */
export function formatInstant(iso: string, zone: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(iso));
}

/** The same with weekday and the name of the zone, for the reader who hovers. */
export function formatInstantFully(iso: string, zone: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(new Date(iso));
}

const civilDate = (instant: number, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(instant);

/**
 * The local date (`YYYY-MM-DD`) that ends at this instant, or null when none does: what is due at
 * the end of the 5th is stored as the first instant of the 6th, and people say the 5th.
 */
export function dayEndingAt(iso: string, zone: string): string | null {
  const instant = Date.parse(iso);
  const before = civilDate(instant - 1, zone);
  return before === civilDate(instant, zone) ? null : before;
}

/** A civil date (`YYYY-MM-DD`), which has no zone. */
export function formatDay(day: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    dateStyle: 'medium',
  }).format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** A month (`YYYY-MM`) in words. */
export function formatMonth(month: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    month: 'long',
    year: 'numeric',
  }).format(new Date(`${month}-01T00:00:00Z`));
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "in 5 hours", "2 days ago": by whole units, the largest that applies. */
export function formatDistance(iso: string, now: number, language: string): string {
  const distance = Date.parse(iso) - now;
  const [unit, length] = STEPS.find(([, size]) => Math.abs(distance) >= size) ?? STEPS[2]!;
  const whole = Math.trunc(distance / length);
  // nobody says "in 0 minutes"
  const numeric = whole === 0 ? 'auto' : 'always';
  const format = new Intl.RelativeTimeFormat(localeOf(language), { numeric });
  return format.format(whole, whole === 0 ? 'second' : unit);
}

export function formatNumber(value: number, language: string, digits = 0): string {
  return new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: digits }).format(value);
}

/** The name of an ISO 3166-1 country in the reader's language. */
export function countryName(code: string, language: string): string {
  return new Intl.DisplayNames([localeOf(language)], { type: 'region' }).of(code) ?? code;
}

/** Milliseconds since the epoch as the API writes an instant. */
export const isoOf = (instant: number): string => new Date(instant).toISOString();
