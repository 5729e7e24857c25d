import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchPeople } from '../api/people';

const SHORTEST = 3;

/** Chooses somebody on file by a misspelt name or a document number. */
export function PersonPicker(props: Omit<SelectProps, 'data' | 'searchable'>) {
  const { t } = useTranslation('person');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 300);
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const found = useQuery({
    queryKey: ['people', q],
    queryFn: ({ signal }) => searchPeople(q, signal),
    enabled: q.length >= SHORTEST && q !== chosen?.label,
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? []).map(({ id, fullName, birthDate }) => ({
    value: id,
    label: birthDate ? `${fullName} · ${birthDate}` : fullName,
  }));
  const known = chosen && !options.some(({ value }) => value === chosen.value) ? [chosen] : [];
  return (
    <Select
      {...props}
      data={[...known, ...options]}
      searchable
      clearable={false}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      nothingFoundMessage={q.length >= SHORTEST ? t('pickNobody') : t('pickBegin')}
      placeholder={t('pickHint')}
      onChange={(value, option) => {
        setChosen(value ? { value, label: option.label } : null);
        props.onChange?.(value, option);
      }}
    />
  );
}
