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

/** A subdivision of a country by its name; the browser keeps the list for a day. */
export function SubdivisionSelect({ country, value, onChange, ...rest }: Props) {
  const { t, i18n } = useTranslation();
  const subdivisions = useQuery({
    queryKey: ['subdivisions', country],
    queryFn: () => listSubdivisions(country),
    enabled: /^[A-Z]{2}$/.test(country),
    staleTime: Infinity,
  });
  const language = i18n.language === 'en' ? 'en' : 'es';
  const data = (subdivisions.data?.items ?? [])
    .map(({ code, names }) => ({ value: code, label: names[language] }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  const known = !value || data.some((item) => item.value === value);
  return (
    <Select
      data={known ? data : [{ value, label: value }, ...data]}
      value={value || null}
      onChange={(code) => onChange?.(code ?? '')}
      searchable
      clearable
      limit={100}
      disabled={subdivisions.isSuccess && data.length === 0}
      nothingFoundMessage={t('form.noMatch')}
      clearButtonProps={{ 'aria-label': t('form.clear') }}
      {...rest}
    />
  );
}
