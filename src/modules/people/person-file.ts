import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { Revisions } from '../../platform/database/revisions';
import { notFound } from '../../platform/errors/domain-error';
import { Outbox } from '../../platform/outbox/outbox';
import { ApplyPerson } from './jobs/people.jobs';
import { Person } from './person.entity';
import { PersonContact, PersonDocument } from './person-parts.entity';
import { summaryOf, viewOf, type PersonSummary, type PersonView } from './person.view';

/** Fields upon which duties are planned. */
const DECIDES_DUTIES: readonly string[] = ['birthDate', 'vulnerability'];

/** The file of one person: reading it, and the steps that every change of it has in common. */
@Injectable()
export class PersonFile {
  constructor(
    private readonly database: Database,
    private readonly revisions: Revisions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** The whole file. Looking is recorded (Ley 29733: viewing is logged). */
  show(actor: Actor, id: string): Promise<PersonView> {
    actor.require('person.read');
    return this.database.inTransaction(actor, async () => {
      const view = await this.view(id);
      await this.audit.record({ action: 'person.viewed', subjectType: 'person', subjectId: id });
      return view;
    });
  }

  /** Inside a transaction: the file as it stands. 404 when absent or out of reach. */
  async view(id: string): Promise<PersonView> {
    const { manager } = this.database;
    const person = await manager.findOneBy(Person, { id });
    if (!person) throw notFound();
    const current = {
      where: { personId: id, withdrawnAt: IsNull() },
      order: { id: 'ASC' },
    } as const;
    const documents = await manager.find(PersonDocument, current);
    const contacts = await manager.find(PersonContact, current);
    return viewOf(person, documents, contacts);
  }

  /** Inside a transaction: who these people are; those out of reach are left out. */
  async summaries(ids: readonly string[]): Promise<Map<string, PersonSummary>> {
    if (ids.length === 0) return new Map();
    const people = await this.database.manager.findBy(Person, { id: In([...new Set(ids)]) });
    return new Map(people.map((person) => [person.id, summaryOf(person)]));
  }

  /**
   * Inside a transaction: the person, locked until commit.
   * @param expected the version the editor saw; another one is 412 with what changed
   */
  async lock(id: string, expected?: number): Promise<Person> {
    const person = await this.database.manager.findOne(Person, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!person) throw notFound();
    if (expected !== undefined) {
      await this.revisions.assertCurrent('person', id, person.version, expected, person);
    }
    return person;
  }

  /** Saves `changes` of a locked person as the next version, with its revision and audit entry. */
  async save(
    person: Person,
    action: string,
    fields: string[],
    changes: Partial<Person> = {},
  ): Promise<void> {
    const version = person.version + 1;
    await this.database.manager.update(Person, person.id, { ...changes, version });
    await this.revisions.record('person', person.id, version, fields, person);
    await this.audit.record({
      action,
      subjectType: 'person',
      subjectId: person.id,
      before: person,
      after: { ...person, ...changes, version },
      details: { fields },
    });
    if (fields.some((field) => DECIDES_DUTIES.includes(field))) {
      await this.outbox.append(ApplyPerson, { personId: person.id, version });
    }
  }
}
