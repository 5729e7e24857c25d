import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { DomainError } from '../../platform/errors/domain-error';
import { keepName } from './domain/person-name';
import type { Sex } from './domain/vocabularies';
import { PersonCheck } from './person-check';
import { PersonFile } from './person-file';
import { PersonIndex } from './person-index';
import type { Person } from './person.entity';
import type { PersonView } from './person.view';

/** What may be edited; the state of identity has its own way, with a reason. */
export interface PersonEdit {
  givenNames?: string;
  firstSurname?: string;
  secondSurname?: string | null;
  birthDate?: string | null;
  sex?: Sex;
  genderIdentity?: string | null;
  nationality?: string | null;
  languages?: string[];
  migrationStatus?: string | null;
  vulnerability?: string[];
}

/** Fields that the search keys are made from. */
const NAMING: readonly string[] = ['givenNames', 'firstSurname', 'secondSurname', 'birthDate'];
const NAMES: readonly string[] = ['givenNames', 'firstSurname', 'secondSurname', 'genderIdentity'];

@Injectable()
export class EditPerson {
  constructor(
    private readonly database: Database,
    private readonly check: PersonCheck,
    private readonly index: PersonIndex,
    private readonly file: PersonFile,
  ) {}

  /** 412 with what changed when `version` is not the current one. */
  run(actor: Actor, id: string, version: number, edit: PersonEdit): Promise<PersonView> {
    actor.require('person.edit');
    return this.database.inTransaction(actor, async () => {
      const person = await this.file.lock(id, version);
      await this.check.fields(edit);
      const changes = changesOf(person, edit);
      const fields = Object.keys(changes);
      if (fields.length === 0) return this.file.view(id);
      const edited = { ...person, ...changes };
      if (edited.identity === 'presumed' && edited.nationality !== 'PE') {
        throw new DomainError('IDENTITY_PRESUMED_IS_PERUVIAN');
      }
      await this.file.save(person, 'person.edited', fields, changes);
      if (fields.some((field) => NAMING.includes(field))) await this.index.replace(id, edited);
      return this.file.view(id);
    });
  }
}

function changesOf(person: Person, edit: PersonEdit): Partial<Person> {
  const kept = Object.entries(edit)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => [field, keep(field, value)] as const);
  return Object.fromEntries(
    kept.filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(person[field as keyof Person]),
    ),
  );
}

function keep(field: string, value: unknown): unknown {
  if (NAMES.includes(field)) return typeof value === 'string' && value ? keepName(value) : null;
  return Array.isArray(value) ? [...new Set(value)] : value;
}
