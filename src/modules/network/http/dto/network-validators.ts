import { registerDecorator, type ValidationOptions } from 'class-validator';
import { isLanguage } from '../../domain/languages';
import { isCurrency, isPlaceZone } from '../../domain/standards';

const check =
  (name: string, test: (code: string) => boolean) =>
  (options: ValidationOptions = {}): PropertyDecorator =>
  (target, property) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: property as string,
      options,
      validator: { validate: (value) => typeof value === 'string' && test(value) },
    });

/** ISO 4217. */
export const IsCurrency = check('currency_unknown', isCurrency);
/** ISO 639. */
export const IsLanguage = check('language_unknown', isLanguage);
/** IANA zone of a place. */
export const IsPlaceZone = check('zone_unknown', isPlaceZone);
/** A year for which calendars are kept. */
export const IsCalendarDay = check('calendar_year', (day) => day >= '2000' && day < '2200');
