import { useTranslation } from 'react-i18next';

/**
 * The person-readable name of a code of the API: `label('stage', 'pretrial')`. A code that this
 * version does not know is shown as it came, never hidden.
 * `history`: what only the page of a case says, which the first page need not load.
 */
export function useLabel(
  ns: 'vocabulary' | 'history' = 'vocabulary',
): (vocabulary: string, code: string | null | undefined) => string {
  const { t, i18n } = useTranslation(ns);
  return (vocabulary, code) => {
    if (code === null || code === undefined || code === '') return t('none');
    const key = `${vocabulary}.${code}`;
    return i18n.exists(key, { ns }) ? String(t(key as never)) : code;
  };
}

/** A vocabulary as the data of a Mantine Select. */
export function useOptions(): (
  vocabulary: string,
  codes: readonly string[],
) => { value: string; label: string }[] {
  const label = useLabel();
  return (vocabulary, codes) =>
    codes.map((code) => ({ value: code, label: label(vocabulary, code) }));
}
