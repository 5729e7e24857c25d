import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { DomainError, notFound } from '../../platform/errors/domain-error';
import type { DocumentInput } from './domain/document';
import type { ContactWithdrawal, DocumentWithdrawal } from './domain/vocabularies';
import { PersonCheck, type ContactInput } from './person-check';
import { PersonFile } from './person-file';
import { PersonContact, PersonDocument } from './person-parts.entity';
import type { PersonView } from './person.view';
import { RegisterPerson } from './register-person';

/** Adds documents and contacts to a file and withdraws them. Nothing is erased: a correction is a fact. */
@Injectable()
export class PersonParts {
  constructor(
    private readonly database: Database,
    private readonly check: PersonCheck,
    private readonly file: PersonFile,
    private readonly registration: RegisterPerson,
    private readonly clock: Clock,
  ) {}

  addDocument(actor: Actor, id: string, input: DocumentInput): Promise<PersonView> {
    return this.change(actor, id, 'person.document_added', 'documents', async () => {
      const { read, errors } = this.check.documents([input]);
      refuse(errors, 'documents[0].');
      await this.registration.addDocuments(actor, id, read);
    });
  }

  addContact(actor: Actor, id: string, input: ContactInput): Promise<PersonView> {
    return this.change(actor, id, 'person.contact_added', 'contacts', async () => {
      const { read, errors } = this.check.contacts([input]);
      refuse(errors, 'contacts[0].');
      await this.registration.addContacts(actor, id, read);
    });
  }

  withdrawDocument(
    actor: Actor,
    id: string,
    documentId: string,
    reason: DocumentWithdrawal,
  ): Promise<PersonView> {
    return this.change(actor, id, 'person.document_withdrawn', 'documents', async () => {
      const { affected } = await this.database.manager.update(
        PersonDocument,
        { id: documentId, personId: In(await this.file.recordsOf(id)), withdrawnAt: IsNull() },
        { withdrawnAt: this.now(), withdrawnReason: reason },
      );
      if (affected !== 1) throw notFound();
    });
  }

  withdrawContact(
    actor: Actor,
    id: string,
    contactId: string,
    reason: ContactWithdrawal,
  ): Promise<PersonView> {
    return this.change(actor, id, 'person.contact_withdrawn', 'contacts', async () => {
      const { affected } = await this.database.manager.update(
        PersonContact,
        { id: contactId, personId: In(await this.file.recordsOf(id)), withdrawnAt: IsNull() },
        { withdrawnAt: this.now(), withdrawnReason: reason },
      );
      if (affected !== 1) throw notFound();
    });
  }

  private change(
    actor: Actor,
    id: string,
    action: string,
    field: 'documents' | 'contacts',
    work: () => Promise<void>,
  ): Promise<PersonView> {
    actor.require('person.edit');
    return this.database.inTransaction(actor, async () => {
      const person = await this.file.lock(id);
      await work();
      await this.file.save(person, action, [field]);
      return this.file.view(id);
    });
  }

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}

/** The path of a lone document or contact is the body itself. */
function refuse(errors: { path: string; code: string }[], prefix: string): void {
  if (errors.length === 0) return;
  throw new DomainError('VALIDATION_FAILED', {
    status: 422,
    errors: errors.map(({ path, code }) => ({ path: path.replace(prefix, ''), code })),
  });
}
