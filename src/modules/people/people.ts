import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { notFound } from '../../platform/errors/domain-error';
import { PersonFile } from './person-file';
import type { PersonSummary } from './person.view';
import { RegisterPerson, type NewPerson, type RegistrationContext } from './register-person';

/** What other modules ask of this one. */
@Injectable()
export class People {
  constructor(
    private readonly database: Database,
    private readonly file: PersonFile,
    private readonly registration: RegisterPerson,
  ) {}

  /**
   * The person a case is about: one on file when `id` is given, else one registered now, in the same
   * transaction.
   * @throws DomainError NOT_FOUND when the id is unknown or out of reach; VALIDATION_FAILED (422) with
   *   every field to mend
   */
  registerOrUse(
    actor: Actor,
    person: NewPerson & { id?: string },
    context: RegistrationContext = {},
  ): Promise<PersonSummary> {
    return this.database.inTransaction(actor, async () => {
      const id = person.id ?? (await this.registration.register(actor, person, context));
      const summary = (await this.file.summaries([id])).get(id);
      if (!summary) throw notFound();
      return summary;
    });
  }

  /** Who these people are, by id, in the ambient transaction; those out of reach are left out. */
  summaries(ids: readonly string[]): Promise<Map<string, PersonSummary>> {
    return this.file.summaries(ids);
  }
}
