import { Temporal } from '@js-temporal/polyfill';
import type { Language, Translator } from '../../../platform/i18n/messages';
import type { NoticeData } from './notice';

export interface NoticeText {
  title: string;
  text: string;
}

const LOCALES: Record<Language, string> = { es: 'es-PE', en: 'en-GB' };

/** E.g. `lunes, 2 de marzo de 2026, 18:30 (hora de Madrid)`: the post's clock, named. */
export function writeInstant(instant: string, timeZone: string, language: Language): string {
  const at = new Date(Temporal.Instant.from(instant).epochMilliseconds);
  const locale = LOCALES[language];
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone }).format(at);
  const hour = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(at);
  const zone = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value;
  return `${day}, ${hour} (${zone ?? timeZone})`;
}

/** The words of a notice in the reader's language. */
export function compose(
  translator: Translator,
  language: Language,
  notice: { kind: string; data: NoticeData },
): NoticeText {
  const { params, labels, texts = {}, instants, timeZone } = notice.data;
  const values: Record<string, string | number> = { ...params };
  for (const [name, key] of Object.entries(labels)) {
    values[name] = translator.translate(language, key);
  }
  for (const [name, text] of Object.entries(texts)) values[name] = text[language];
  for (const [name, instant] of Object.entries(instants)) {
    values[name] = writeInstant(instant, timeZone, language);
  }
  return {
    title: translator.translate(language, `notices.${notice.kind}.title`, values),
    text: translator.translate(language, `notices.${notice.kind}.text`, values),
  };
}
