import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { notFound } from '../../platform/errors/domain-error';
import { PersonCheck } from './person-check';
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
    private readonly check: PersonCheck,
  ) {}

  /**
   * The person a case is about: one on file when `id` is given, else one registered now, in the same
   * transaction. Vulnerability told of someone on file is added to the file.
   * @throws DomainError NOT_FOUND when the id is unknown or out of reach; VALIDATION_FAILED (422) with
   *   every field to mend
   */
  registerOrUse(
    actor: Actor,
    person: NewPerson & { id?: string },
    context: RegistrationContext = {},
  ): Promise<PersonSummary> {
    return this.database.inTransaction(actor, async () => {
      const { id } = person;
      if (!id) return this.registration.register(actor, person, context);
      await this.addVulnerability(actor, id, person.vulnerability ?? [], context.at);
      const known = (await this.file.summaries([id])).get(id);
      if (!known) throw notFound();
      return known;
    });
  }

  /**
   * Adds factors of vulnerability seen now to a person's file, in the ambient transaction; those
   * already there change nothing.
   * @param at path of the person within the request, e.g. `person.`
   */
  addVulnerability(
    actor: Actor,
    id: string,
    factors: readonly string[],
    at?: string,
  ): Promise<void> {
    return this.database.inTransaction(actor, async () => {
      if (factors.length === 0) return;
      const person = await this.file.lock(id);
      const vulnerability = [...new Set([...person.vulnerability, ...factors])];
      if (vulnerability.length === person.vulnerability.length) return;
      actor.require('person.edit');
      await this.check.fields({ vulnerability: factors }, [], at);
      await this.file.save(person, 'person.edited', ['vulnerability'], { vulnerability });
    });
  }

  /** Who these people are, by id, in the ambient transaction; those out of reach are left out. */
  summaries(ids: readonly string[]): Promise<Map<string, PersonSummary>> {
    return this.file.summaries(ids);
  }
}
