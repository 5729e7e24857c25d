import { Select, type SelectProps } from '@mantine/core';
import { useCountries } from './use-countries';

/** A country by its name in the reader's language. */
export function CountrySelect(props: SelectProps) {
  return <Select {...props} data={useCountries()} searchable />;
}
