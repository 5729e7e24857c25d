import i18next, { type i18n } from 'i18next';

export type Language = 'es' | 'en';
export const LANGUAGES = ['es', 'en'] as const satisfies readonly Language[];

/** A module's texts: flat dotted keys, the same in both languages; `{{name}}` interpolates. */
export interface Messages {
  es: Record<string, string>;
  en: Record<string, string>;
}

/** Translates keys with the catalogues it was made from. Unknown keys are a programming error. */
export class Translator {
  private readonly engine: i18n;

  constructor(catalogues: readonly Messages[]) {
    const merged = (language: Language) => Object.assign({}, ...catalogues.map((c) => c[language]));
    this.engine = i18next.createInstance();
    void this.engine.init({
      lng: 'es',
      fallbackLng: 'es',
      keySeparator: false,
      nsSeparator: false,
      interpolation: { escapeValue: false },
      initAsync: false,
      showSupportNotice: false,
      resources: { es: { translation: merged('es') }, en: { translation: merged('en') } },
    } as Parameters<i18n['init']>[0]);
  }

  has(key: string): boolean {
    return this.engine.exists(key);
  }

  translate(language: Language, key: string, params: Record<string, string | number> = {}): string {
    return this.engine.t(key, { lng: language, ...params });
  }
}

/** The language an `Accept-Language` header asks for; Spanish unless English comes first. */
export function preferredLanguage(header: string | undefined): Language {
  const first = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const q = rest.find((r) => r.trim().startsWith('q='));
      return { tag: tag.slice(0, 2).toLowerCase(), q: q ? Number(q.trim().slice(2)) : 1 };
    })
    .filter(({ tag, q }) => (tag === 'es' || tag === 'en') && q > 0)
    .sort((a, b) => b.q - a.q)[0];
  return first?.tag === 'en' ? 'en' : 'es';
}
