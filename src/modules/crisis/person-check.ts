import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError, type FieldError } from '../../platform/errors/domain-error';
import { isPlausibleBirthDate, readContact } from '../people';
import type { NamedInIncident } from './enter-persons';
import type { IncidentRow } from './incident-work';

const FACTORS = statement(
  'crisis.vulnerability-factors',
  `SELECT code FROM vulnerability_factors WHERE code = ANY ($1)
      AND valid_from <= current_date AND (valid_until IS NULL OR valid_until > current_date)`,
);

/** Checks what somebody tells of a person, and gives contacts in the form in which they rest. */
@Injectable()
export class IncidentPersonCheck {
  constructor(private readonly database: Database) {}

  /** @throws DomainError VALIDATION_FAILED (422) with every field to mend */
  async run<P extends Partial<NamedInIncident>>(
    person: P,
    incident: Pick<IncidentRow, 'country' | 'postIds'>,
    now: Temporal.Instant,
  ): Promise<P> {
    const errors: FieldError[] = [];
    const fault = (path: string, code: string) => errors.push({ path, code });
    // somewhere it may already be the next day of UTC
    const today = now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 }).toString();
    if (person.birthDate && !isPlausibleBirthDate(person.birthDate, today)) {
      fault('birthDate', 'birthDate');
    }
    if (person.subdivision && !person.subdivision.startsWith(`${incident.country}-`)) {
      fault('subdivision', 'NOT_OF_THE_COUNTRY');
    }
    if (person.postId && !incident.postIds.includes(person.postId)) {
      fault('postId', 'NOT_OF_THE_INCIDENT');
    }
    const checked = { ...person };
    for (const kind of ['phone', 'email'] as const) {
      const value = person[kind];
      if (!value) continue;
      const read = readContact(kind, value);
      if ('problem' in read) fault(kind, read.problem);
      else checked[kind] = read.value;
    }
    const factors = [...new Set(person.vulnerability ?? [])];
    if (factors.length > 0) {
      const known = await this.database.query(FACTORS, [factors]);
      if (known.length < factors.length) fault('vulnerability', 'FACTOR_UNKNOWN');
    }
    if (errors.length > 0) throw new DomainError('VALIDATION_FAILED', { errors });
    return checked;
  }
}
