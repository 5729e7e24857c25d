import { isISO4217CurrencyCode, isTimeZone } from 'class-validator';
import { getAlpha2Codes } from 'i18n-iso-countries';

const COUNTRIES = new Set(Object.keys(getAlpha2Codes()));

/** ISO 3166-1 alpha-2, upper case. */
export const isCountry = (code: string): boolean => COUNTRIES.has(code);

/** ISO 3166-2 form, of this country. */
export const isSubdivisionOf = (country: string, code: string): boolean =>
  /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code) && code.startsWith(`${country}-`);

/** ISO 4217, upper case. */
export const isCurrency = (code: string): boolean =>
  /^[A-Z]{3}$/.test(code) && isISO4217CurrencyCode(code);

/** An IANA zone of a place, e.g. `America/Lima`; fixed offsets are refused, they know no summer time. */
export const isPlaceZone = (zone: string): boolean =>
  /^[A-Z][A-Za-z]+(\/[A-Z][A-Za-z0-9_+-]*){1,2}$/.test(zone) &&
  !zone.startsWith('Etc/') &&
  isTimeZone(zone);
