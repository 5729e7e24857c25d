import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { notFound } from '../../platform/errors/domain-error';
import { ContactRules, type Clearance, type Contact } from './contact-rules';
import { Guardians, type Guardianship } from './guardians';
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
    private readonly contactRules: ContactRules,
    private readonly guardians: Guardians,
  ) {}

  /**
   * The person a case is about: one on file when `id` is given, else one registered now, in the same
   * transaction; a duplicate's id means the person it stands for. Vulnerability told of someone on file
   * is added to the file.
   * @throws DomainError NOT_FOUND when the id is unknown or out of reach; VALIDATION_FAILED (422) with
   *   every field to mend
   */
  registerOrUse(
    actor: Actor,
    person: NewPerson & { id?: string },
    context: RegistrationContext = {},
  ): Promise<PersonSummary> {
    return this.database.inTransaction(actor, async () => {
      if (!person.id) return this.registration.register(actor, person, context);
      const id = (await this.file.summaries([person.id])).get(person.id)?.id;
      if (!id) throw notFound();
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

  /**
   * In the ambient transaction: refuses a contact with a person that a restriction forbids, or that
   * goes against what was arranged with them. Whatever reaches out to somebody (a call, a letter, a
   * generated paper, a message) asks here first.
   * @throws DomainError DO_NOT_CONTACT (409), which does not say why; SAFE_CONTACT_… (409)
   */
  assertMayContact(personId: string, contact: Contact): Promise<Clearance> {
    return this.contactRules.assertAllowed(personId, contact);
  }

  /**
   * In the ambient transaction: the guardians of a person who stand on `day` (`YYYY-MM-DD`), and why
   * one is needed; `need` is null for whoever acts for themselves.
   */
  guardianship(personId: string, day: string): Promise<Guardianship> {
    return this.guardians.guardianship(personId, day);
  }

  /** Who these people are, by id, in the ambient transaction; those out of reach are left out. */
  summaries(ids: readonly string[]): Promise<Map<string, PersonSummary>> {
    return this.file.summaries(ids);
  }
}
