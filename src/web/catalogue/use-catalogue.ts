import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Catalogue, type Label, readCatalogue } from '../api/catalogue';
import { useCan } from '../app/session';
import { LANGUAGES, type Language } from '../i18n';

/** The version in force; it changes a few times a year. */
export const catalogueQuery = queryOptions({
  queryKey: ['catalogue'],
  queryFn: readCatalogue,
  staleTime: 300_000,
});

/** A name of the catalogue in the reader's language. */
export function useWords(): (label: Label) => string {
  const { i18n } = useTranslation();
  return (label) => (i18n.language === 'en' ? label.en : label.es);
}

const named = (items: readonly { code: string; label: Label }[], language: Language) =>
  Object.fromEntries(items.map(({ code, label }) => [code, label[language]]));

/** The names of the catalogue as vocabularies. */
const vocabularies = ({ content, duties }: Catalogue, language: Language) => {
  const families = content.families;
  return {
    family: named(families, language),
    type: named(
      families.flatMap(({ types }) => types),
      language,
    ),
    obligation: named(
      duties.map(({ kind, label }) => ({ code: kind, label })),
      language,
    ),
    action: named(content.actions, language),
    field: {
      answers: named(
        families.flatMap(({ fields }) => fields),
        language,
      ),
    },
  };
};

/** Puts the names that headquarters edits over those that this version of the screens brings. */
export function useCatalogueNames(): void {
  const can = useCan();
  const { i18n } = useTranslation();
  const { data } = useQuery({ ...catalogueQuery, enabled: can('case.read') });
  const { language } = i18n;
  useEffect(() => {
    if (!data) return;
    for (const each of LANGUAGES) {
      i18n.addResourceBundle(each, 'vocabulary', vocabularies(data, each), true, true);
    }
  }, [data, i18n, language]);
}
