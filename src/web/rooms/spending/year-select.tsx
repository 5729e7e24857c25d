import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listQuarters } from '../../api/budget';

/** One of the fiscal years that were opened; the one shown is always among them. */
export function YearSelect({
  value,
  onChange,
}: {
  value: number;
  onChange: (year: number) => void;
}) {
  const { t } = useTranslation('spending');
  const quarters = useQuery({ queryKey: ['budget-quarters'], queryFn: listQuarters });
  const years = new Set([value, ...(quarters.data?.items ?? []).map(({ year }) => year)]);
  return (
    <NativeSelect
      label={t('year')}
      value={String(value)}
      data={[...years].sort((a, b) => b - a).map(String)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  );
}
