import { registerDecorator, ValidateIf } from 'class-validator';
import { Temporal } from '@js-temporal/polyfill';
import { isValid as isIsoCountry } from 'i18n-iso-countries';

/** Facts before this year are typing errors (a hearing in 1026), not history. */
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2200;

function check(name: string, test: (value: unknown) => boolean): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: property as string,
      validator: { validate: test },
    });
}

/** ISO 8601 instant with an offset or `Z`, in a plausible year. */
export const IsInstant = (): PropertyDecorator =>
  check('isInstant', (value) => {
    if (typeof value !== 'string' || value.length > 40) return false;
    try {
      const { year } = Temporal.Instant.from(value).toZonedDateTimeISO('UTC');
      return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
    } catch {
      return false;
    }
  });

/** A civil date `YYYY-MM-DD` that exists, in a plausible year. */
export const IsCivilDate = (): PropertyDecorator =>
  check('isCivilDate', (value) => {
    if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
    try {
      const { year } = Temporal.PlainDate.from(value, { overflow: 'reject' });
      return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
    } catch {
      return false;
    }
  });

/** ISO 3166-1 alpha-2, upper case. */
export const IsCountry = (): PropertyDecorator =>
  check(
    'isCountry',
    (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value) && isIsoCountry(value),
  );

/** ISO 3166-2, e.g. `ES-MD`. */
export const IsSubdivision = (): PropertyDecorator =>
  check(
    'isSubdivision',
    (value) => typeof value === 'string' && /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(value),
  );

/** May be left out, but null is refused by the checks that follow. */
export const NotNull = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
