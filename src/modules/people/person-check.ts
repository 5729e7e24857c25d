import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError, type FieldError } from '../../platform/errors/domain-error';
import { isPlausibleBirthDate } from './domain/birth-date';
import { readContact } from './domain/contact';
import { readDocument, type DocumentInput, type ReadDocument } from './domain/document';
import { isLanguage } from '../network';
import { isName } from './domain/person-name';
import type { ContactKind } from './domain/vocabularies';

const UNKNOWN_CODES = statement(
  'people.unknown_codes',
  `SELECT 'migrationStatus' AS field, c AS code FROM unnest($1::text[]) c
    WHERE NOT EXISTS (SELECT 1 FROM migration_statuses v WHERE v.code = c
                       AND $3::date >= v.valid_from AND ($3::date < v.valid_until OR v.valid_until IS NULL))
   UNION ALL
   SELECT 'vulnerability', c FROM unnest($2::text[]) c
    WHERE NOT EXISTS (SELECT 1 FROM vulnerability_factors v WHERE v.code = c
                       AND $3::date >= v.valid_from AND ($3::date < v.valid_until OR v.valid_until IS NULL))`,
);

/** The zone where a day begins first: nobody's birthday today is refused as tomorrow's. */
const EARLIEST_ZONE = 'Pacific/Kiritimati';

export interface CheckedFields {
  givenNames?: string | null;
  firstSurname?: string | null;
  secondSurname?: string | null;
  birthDate?: string | null;
  languages?: readonly string[];
  migrationStatus?: string | null;
  vulnerability?: readonly string[];
}

export interface ContactInput {
  kind: ContactKind;
  value: string;
  note?: string | null;
  safe?: boolean;
}

/** What the domain asks of a person's data, told all at once: each wrong field by its path. */
@Injectable()
export class PersonCheck {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @param more what is already known to be wrong
   * @param at path of the person within the request, e.g. `person.`
   * @throws DomainError VALIDATION_FAILED naming every field to mend
   */
  async fields(given: CheckedFields, more: readonly FieldError[] = [], at = ''): Promise<void> {
    const today = this.clock.now().toZonedDateTimeISO(EARLIEST_ZONE).toPlainDate().toString();
    const errors: FieldError[] = [...more];
    for (const path of ['givenNames', 'firstSurname', 'secondSurname'] as const) {
      const name = given[path];
      const mayBeEmpty = path === 'secondSurname' && (name === null || name === '');
      if (name !== undefined && !mayBeEmpty && !isName(name ?? '')) {
        errors.push({ path, code: 'personName' });
      }
    }
    if (given.birthDate && !isPlausibleBirthDate(given.birthDate, today)) {
      errors.push({ path: 'birthDate', code: 'birthDate' });
    }
    (given.languages ?? []).forEach((language, i) => {
      if (!isLanguage(language)) errors.push({ path: `languages[${i}]`, code: 'language' });
    });
    errors.push(...(await this.unknownCodes(given, today)));
    if (errors.length === 0) return;
    throw new DomainError('VALIDATION_FAILED', {
      status: 422,
      errors: errors.map(({ path, code }) => ({ path: at + path, code })),
    });
  }

  /** Documents fit to be stored, and what is wrong with the others. */
  documents(inputs: readonly DocumentInput[]): { read: ReadDocument[]; errors: FieldError[] } {
    const read: ReadDocument[] = [];
    const errors: FieldError[] = [];
    inputs.forEach((input, i) => {
      const document = readDocument(input);
      if ('code' in document) {
        errors.push({ path: `documents[${i}].${document.field}`, code: document.code });
      } else {
        read.push(document);
      }
    });
    return { read, errors };
  }

  contacts(inputs: readonly ContactInput[]): { read: ContactInput[]; errors: FieldError[] } {
    const read: ContactInput[] = [];
    const errors: FieldError[] = [];
    inputs.forEach((input, i) => {
      const contact = readContact(input.kind, input.value);
      if ('problem' in contact)
        errors.push({ path: `contacts[${i}].value`, code: contact.problem });
      else read.push({ ...input, value: contact.value });
    });
    return { read, errors };
  }

  private async unknownCodes(given: CheckedFields, today: string): Promise<FieldError[]> {
    const statuses = given.migrationStatus ? [given.migrationStatus] : [];
    const factors = given.vulnerability ?? [];
    if (statuses.length + factors.length === 0) return [];
    const rows = await this.database.query<{ field: string; code: string }>(UNKNOWN_CODES, [
      statuses,
      factors,
      today,
    ]);
    return rows.map(({ field, code }) => ({
      path: field === 'vulnerability' ? `vulnerability[${factors.indexOf(code)}]` : field,
      code: 'vocabulary',
    }));
  }
}
