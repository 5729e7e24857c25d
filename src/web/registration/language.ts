import en from '../i18n/en/registration.json';
import es from '../i18n/es/registration.json';

export type Texts = typeof es;
export type Language = 'es' | 'en';

const TEXTS: Record<Language, Texts> = { es, en };

let language: Language = navigator.language.startsWith('en') ? 'en' : 'es';

/** The texts of the language in use. Nothing is stored: the device may be somebody else's. */
export const texts = (): Texts => TEXTS[language];
export const languageNow = (): Language => language;
export const otherLanguage = (): Language => (language === 'es' ? 'en' : 'es');

export function speak(next: Language = language): void {
  language = next;
  document.documentElement.lang = next;
  document.title = texts().documentTitle;
}

/** The name that the API gives in both languages. */
export const nameOf = ({ nameEs, nameEn }: { nameEs: string; nameEn: string }): string =>
  language === 'en' ? nameEn : nameEs;
