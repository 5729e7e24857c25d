import countryCodes from 'i18n-iso-countries/codes.json';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countryName } from '../time/format';

/** Every country as an option, by its name in the reader's language. */
export function useCountries(): { value: string; label: string }[] {
  const { i18n } = useTranslation();
  return useMemo(
    () =>
      countryCodes
        .map(([code]) => ({ value: String(code), label: countryName(String(code), i18n.language) }))
        .sort((a, b) => a.label.localeCompare(b.label, i18n.language)),
    [i18n.language],
  );
}
