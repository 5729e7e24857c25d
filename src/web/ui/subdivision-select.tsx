import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listSubdivisions } from '../api/network';

interface Props extends Omit<SelectProps, 'data' | 'value' | 'onChange'> {
  country: string;
  /** ISO 3166-2, or '' when not known. */
  value?: string;
  onChange?: (code: string) => void;
}

/** Subdivisions of a country in the reader's language; the browser keeps the list for a day. */
function useSubdivisions(country: string) {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'es';
  const subdivisions = useQuery({
    queryKey: ['subdivisions', country],
    queryFn: () => listSubdivisions(country),
    enabled: /^[A-Z]{2}$/.test(country),
    staleTime: Infinity,
  });
  const data = (subdivisions.data?.items ?? [])
    .map(({ code, names }) => ({ value: code, label: names[language] }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return { data, read: subdivisions.isSuccess };
}

/** The name of a subdivision; its code until the names have been read. */
export function useSubdivisionName(country: string): (code: string) => string {
  const { data } = useSubdivisions(country);
  return (code) => data.find(({ value }) => value === code)?.label ?? code;
}

/** A subdivision of a country by its name. */
export function SubdivisionSelect({ country, value, onChange, ...rest }: Props) {
  const { t } = useTranslation();
  const { data, read } = useSubdivisions(country);
  const known = !value || data.some((item) => item.value === value);
  return (
    <Select
      data={known ? data : [{ value, label: value }, ...data]}
      value={value || null}
      onChange={(code) => onChange?.(code ?? '')}
      searchable
      clearable
      limit={100}
      disabled={read && data.length === 0}
      nothingFoundMessage={t('form.noMatch')}
      clearButtonProps={{ 'aria-label': t('form.clear') }}
      {...rest}
    />
  );
}
