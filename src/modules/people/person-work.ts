import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { invalidField } from '../../platform/errors/domain-error';
import { PersonFile } from './person-file';
import type { Person } from './person.entity';

const SHOWN = statement(
  'people.shown',
  'SELECT coalesce(merged_into, id) AS id, birth_date::text AS "birthDate" FROM persons WHERE id = $1',
);

/** The way of every addition to a person's file: one transaction, locked, recorded as a version. */
@Injectable()
export class PersonWork {
  constructor(
    private readonly database: Database,
    private readonly file: PersonFile,
  ) {}

  /**
   * Runs `work` on the locked person and records it.
   * @param action audit action, e.g. `person.alias_added`
   * @param field what the next reader of a stale version is told has changed
   */
  on<T>(
    actor: Actor,
    personId: string,
    { action, field }: { action: string; field: string },
    work: (person: Person) => Promise<T>,
  ): Promise<T> {
    actor.require('person.edit');
    return this.database.inTransaction(actor, async () => {
      const person = await this.file.lock(personId);
      const result = await work(person);
      await this.file.save(person, action, [field]);
      return result;
    });
  }

  /**
   * Inside `on`: the other person of a tie, by any of their records.
   * @throws DomainError VALIDATION_FAILED at `path`: unknown or out of reach, or the person themselves
   */
  async other(
    person: Person,
    otherId: string,
    path: string,
  ): Promise<{ id: string; birthDate: string | null }> {
    const [other] = await this.database.query<{ id: string; birthDate: string | null }>(SHOWN, [
      otherId,
    ]);
    if (!other) throw invalidField(path, 'UNKNOWN_PERSON');
    if (other.id === person.id) throw invalidField(path, 'TIE_WITH_THEMSELVES');
    return other;
  }
}
