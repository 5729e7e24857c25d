import { useTranslation } from 'react-i18next';

/** Why a rule refused a row, in a few words; a code that this version does not know is shown as it came. */
export function useRefusal(): (code: string) => string {
  const { t, i18n } = useTranslation('bulk');
  return (code) => {
    const key = `refusal.${code}`;
    return i18n.exists(key, { ns: 'bulk' }) ? String(t(key as never)) : code;
  };
}
