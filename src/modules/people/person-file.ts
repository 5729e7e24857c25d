import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { DataKeys } from '../../platform/database/data-keys';
import { Database } from '../../platform/database/database';
import { Revisions } from '../../platform/database/revisions';
import { DomainError, notFound } from '../../platform/errors/domain-error';
import { Outbox } from '../../platform/outbox/outbox';
import { ContactRules } from './contact-rules';
import { mayUse } from './domain/contact-restriction';
import { ApplyPerson } from './jobs/people.jobs';
import { Person } from './person.entity';
import { PersonContact, PersonDocument } from './person-parts.entity';
import { summaryOf, viewOf, type PersonSummary, type PersonView } from './person.view';

/** Fields upon which duties are planned. */
const DECIDES_DUTIES: readonly string[] = [
  'birthDate',
  'vulnerability',
  'duplicates',
  'mergedInto',
];

/** The file of one person: reading it, and the steps that every change of it has in common. */
@Injectable()
export class PersonFile {
  /** What the transaction was writing before it turned to a person. */
  private readonly writtenBefore = new WeakMap<Person, string | null>();

  constructor(
    private readonly database: Database,
    private readonly revisions: Revisions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly contactRules: ContactRules,
    private readonly clock: Clock,
    private readonly keys: DataKeys,
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

  /**
   * Inside a transaction: the file as it stands, with the documents and contacts of its duplicates; a
   * duplicate's own file shows what it had. 404 when absent or out of reach.
   */
  async view(id: string): Promise<PersonView> {
    const { manager } = this.database;
    const person = await manager.findOneBy(Person, { id });
    if (!person) throw notFound();
    const current = {
      where: { personId: In(await this.recordsOf(id)), withdrawnAt: IsNull() },
      order: { id: 'ASC' as const },
    };
    const documents = await manager.find(PersonDocument, current);
    const contacts = await manager.find(PersonContact, current);
    const restrictions = await this.contactRules.of(id);
    const anySafe = contacts.some(({ safe }) => safe);
    const postId = this.database.actor.grants.find((grant) => grant.postId)?.postId ?? null;
    const now = this.clock.now().epochMilliseconds;
    return viewOf(person, documents, contacts, (contact) =>
      mayUse(contact, anySafe, restrictions, postId, now),
    );
  }

  /** Inside a transaction: a record and those merged into it. */
  async recordsOf(id: string): Promise<string[]> {
    const duplicates = await this.database.manager.find(Person, {
      select: { id: true },
      where: { mergedInto: id },
    });
    return [id, ...duplicates.map((duplicate) => duplicate.id)];
  }

  /** Inside a transaction: the numbers of a person's documents as compared, of all their records. */
  async documentKeysOf(id: string): Promise<string[]> {
    const documents = await this.database.manager.find(PersonDocument, {
      select: { numberKey: true },
      where: { personId: In(await this.recordsOf(id)), withdrawnAt: IsNull() },
    });
    return documents.map(({ numberKey }) => numberKey);
  }

  /**
   * Inside a transaction: who these people are, each under the id asked for; a duplicate is the
   * person it stands for. Those out of reach are left out.
   */
  async summaries(ids: readonly string[]): Promise<Map<string, PersonSummary>> {
    if (ids.length === 0) return new Map();
    const { manager } = this.database;
    const records = await manager.findBy(Person, { id: In([...new Set(ids)]) });
    const survivors = records.flatMap(({ mergedInto }) => mergedInto ?? []);
    const shown = new Map(
      [
        ...records,
        ...(survivors.length > 0 ? await manager.findBy(Person, { id: In(survivors) }) : []),
      ].map((person) => [person.id, person]),
    );
    return new Map(
      records.map((record) => [
        record.id,
        summaryOf(shown.get(record.mergedInto ?? record.id) ?? record),
      ]),
    );
  }

  /** Inside a transaction: the record as it is, merged or not, locked until commit. */
  async lockRecord(id: string): Promise<Person> {
    const person = await this.database.manager.findOne(Person, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!person) throw notFound();
    const before = person.sealed ? await this.keys.enter({ personId: id }) : this.keys.leave();
    this.writtenBefore.set(person, before);
    return person;
  }

  /**
   * Inside a transaction: the person, locked until commit. A duplicate keeps what it had and is not
   * written to: 409 PERSON_IS_MERGED with `survivorId`, so that no edit lands on a record that its
   * undoing would take away.
   * @param expected the version the editor saw; another one is 412 with what changed
   */
  async lock(id: string, expected?: number): Promise<Person> {
    const person = await this.lockRecord(id);
    if (person.mergedInto !== null) {
      throw new DomainError('PERSON_IS_MERGED', {
        status: 409,
        extra: { survivorId: person.mergedInto },
      });
    }
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
    this.keys.resume(this.writtenBefore.get(person) ?? null);
    if (fields.some((field) => DECIDES_DUTIES.includes(field))) {
      await this.outbox.append(ApplyPerson, { personId: person.id, version });
    }
  }
}
