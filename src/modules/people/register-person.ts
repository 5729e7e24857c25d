import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { protect, ProtectedText } from '../../platform/crypto/protected-text';
import { DataKeys } from '../../platform/database/data-keys';
import { Database } from '../../platform/database/database';
import { DomainError } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import { BlindIndex } from './blind-index';
import type { DocumentInput, ReadDocument } from './domain/document';
import { identityObstacle, initialIdentity, type IdentityState } from './domain/identity';
import { keepName } from './domain/person-name';
import type { Sex } from './domain/vocabularies';
import { PersonCheck, type ContactInput } from './person-check';
import { PersonFile } from './person-file';
import { PersonIndex } from './person-index';
import { Person } from './person.entity';
import { PersonContact, PersonDocument, PersonIdentityDecision } from './person-parts.entity';
import { summaryOf, type PersonSummary, type PersonView } from './person.view';

/**
 * A person to be registered. Given names and first surname are required; what else is left out is not
 * known, except nationality, which is then Peruvian.
 */
export interface NewPerson {
  givenNames?: string;
  firstSurname?: string;
  secondSurname?: string | null;
  /** Civil date `YYYY-MM-DD`. */
  birthDate?: string | null;
  /** ISO/IEC 5218. */
  sex?: Sex;
  genderIdentity?: string | null;
  /** ISO 3166-1 alpha-2; null: not known. */
  nationality?: string | null;
  identity?: IdentityState;
  languages?: string[];
  migrationStatus?: string | null;
  vulnerability?: string[];
  documents?: DocumentInput[];
  contacts?: ContactInput[];
}

/** Where a registration comes from, when another module makes it. */
export interface RegistrationContext {
  /** The post that registers; absent: the actor's own. */
  postId?: string;
  /** Path of the person within the request, e.g. `person.`, for the errors. */
  at?: string;
  /** For a sealed case that is about to be opened: nothing of the person ever rests in the clear. */
  sealed?: boolean;
}

@Injectable()
export class RegisterPerson {
  constructor(
    private readonly database: Database,
    private readonly check: PersonCheck,
    private readonly index: PersonIndex,
    private readonly file: PersonFile,
    private readonly audit: Audit,
    private readonly blind: BlindIndex,
    private readonly keys: DataKeys,
  ) {}

  /** Registers a person and answers with the file. */
  run(actor: Actor, input: NewPerson): Promise<PersonView> {
    return this.database.inTransaction(actor, async () => {
      const { id } = await this.register(actor, input);
      return this.file.view(id);
    });
  }

  /**
   * Inside a transaction: registers a person and says who it is.
   * @throws DomainError VALIDATION_FAILED (422) with every field to mend
   */
  async register(
    actor: Actor,
    input: NewPerson,
    { postId, at, sealed = false }: RegistrationContext = {},
  ): Promise<PersonSummary> {
    actor.require('person.edit', postId);
    const { givenNames = '', firstSurname = '' } = input;
    const documents = this.check.documents(input.documents ?? []);
    const contacts = this.check.contacts(input.contacts ?? []);
    await this.check.fields(
      { ...input, givenNames, firstSurname },
      [...documents.errors, ...contacts.errors],
      at,
    );
    const person = this.personOf(
      actor,
      { ...input, givenNames, firstSurname },
      documents.read.length,
      postId,
    );
    const seals = sealed || this.database.keys.isSealing;
    const before = seals ? await this.keys.create({ personId: person.id }) : null;
    this.database.insert(Person, person);
    await this.addDocuments(actor, person.id, documents.read);
    await this.addContacts(actor, person.id, contacts.read);
    if (person.identity !== 'unverified') {
      this.database.insert(PersonIdentityDecision, {
        id: newId(),
        personId: person.id,
        previous: null,
        state: person.identity,
        reason: null,
        decidedBy: actor.accountId,
      });
    }
    await this.index.enter(person.id, person);
    await this.audit.record({
      action: 'person.registered',
      subjectType: 'person',
      subjectId: person.id,
      after: person,
    });
    if (seals) this.keys.resume(before);
    return summaryOf(person);
  }

  /** Inside a transaction: documents already checked. */
  async addDocuments(actor: Actor, personId: string, read: readonly ReadDocument[]): Promise<void> {
    for (const document of read) {
      this.database.insert(PersonDocument, {
        ...document,
        numberKey: this.database.keys.isSealing
          ? this.blind.document(document.numberKey)
          : document.numberKey,
        id: newId(),
        personId,
        recordedBy: actor.accountId,
      });
    }
  }

  /** Inside a transaction: contacts already checked. */
  async addContacts(actor: Actor, personId: string, read: readonly ContactInput[]): Promise<void> {
    for (const { kind, value, note, safe } of read) {
      this.database.insert(PersonContact, {
        id: newId(),
        personId,
        kind,
        value: ProtectedText.clear(value),
        note: protect(note),
        safe: safe ?? false,
        recordedBy: actor.accountId,
      });
    }
  }

  private personOf(
    actor: Actor,
    input: NewPerson & { givenNames: string; firstSurname: string },
    documents: number,
    postId?: string,
  ): Omit<Person, 'version' | 'recordedAt' | 'sealed' | 'mergedInto'> {
    const nationality = input.nationality === undefined ? 'PE' : input.nationality;
    const vulnerability = [...new Set(input.vulnerability ?? [])];
    const facts = { nationality, documents, vulnerability };
    const identity = input.identity ?? initialIdentity(facts);
    const obstacle = identityObstacle(identity, facts);
    if (obstacle) throw new DomainError(obstacle);
    return {
      id: newId(),
      givenNames: keepName(input.givenNames),
      firstSurname: keepName(input.firstSurname),
      secondSurname: input.secondSurname ? keepName(input.secondSurname) : null,
      birthDate: input.birthDate ?? null,
      sex: input.sex ?? 0,
      genderIdentity: input.genderIdentity ? keepName(input.genderIdentity) : null,
      nationality,
      identity,
      languages: [...new Set(input.languages ?? [])],
      migrationStatus: input.migrationStatus ?? null,
      vulnerability,
      registeredPostId: postId ?? actor.grants.find((grant) => grant.postId)?.postId ?? null,
    };
  }
}
