import { fullName } from './domain/person-name';
import type { IdentityState } from './domain/identity';
import type { ContactKind, DocumentKind, Sex } from './domain/vocabularies';
import type { Reason } from './domain/similarity';
import type { Person } from './person.entity';
import type { PersonContact, PersonDocument } from './person-parts.entity';

export interface DocumentView {
  id: string;
  kind: DocumentKind;
  number: string;
  issuingState: string;
  validUntil: string | null;
}

export interface ContactView {
  id: string;
  kind: ContactKind;
  value: string;
  note: string | null;
}

/** A person as the API shows them. */
export interface PersonView {
  id: string;
  givenNames: string;
  firstSurname: string;
  secondSurname: string | null;
  fullName: string;
  birthDate: string | null;
  sex: Sex;
  genderIdentity: string | null;
  nationality: string | null;
  identity: IdentityState;
  languages: string[];
  migrationStatus: string | null;
  vulnerability: string[];
  documents: DocumentView[];
  contacts: ContactView[];
  version: number;
}

/** What other modules need to name a person and to apply their rules (age, vulnerability). */
export type PersonSummary = Pick<
  PersonView,
  | 'id'
  | 'givenNames'
  | 'firstSurname'
  | 'secondSurname'
  | 'fullName'
  | 'birthDate'
  | 'sex'
  | 'nationality'
  | 'identity'
  | 'languages'
  | 'vulnerability'
>;

/** A person found, with how well (0 to 1) and why. */
export interface PersonMatch extends Pick<
  PersonView,
  | 'id'
  | 'givenNames'
  | 'firstSurname'
  | 'secondSurname'
  | 'fullName'
  | 'birthDate'
  | 'sex'
  | 'nationality'
  | 'identity'
> {
  documents: Pick<DocumentView, 'kind' | 'number' | 'issuingState'>[];
  score: number;
  why: Reason[];
}

export const summaryOf = (
  person: Omit<Person, 'version' | 'recordedAt' | 'sealed'>,
): PersonSummary => ({
  id: person.id,
  givenNames: person.givenNames,
  firstSurname: person.firstSurname,
  secondSurname: person.secondSurname,
  fullName: fullName(person),
  birthDate: person.birthDate,
  sex: person.sex,
  nationality: person.nationality,
  identity: person.identity,
  languages: person.languages,
  vulnerability: person.vulnerability,
});

export const viewOf = (
  person: Person,
  documents: readonly PersonDocument[],
  contacts: readonly PersonContact[],
): PersonView => ({
  ...summaryOf(person),
  genderIdentity: person.genderIdentity,
  migrationStatus: person.migrationStatus,
  documents: documents.map(({ id, kind, number, issuingState, validUntil }) => ({
    id,
    kind,
    number,
    issuingState,
    validUntil,
  })),
  contacts: contacts.map(({ id, kind, value, note }) => ({
    id,
    kind,
    value: value.reveal(),
    note: note?.reveal() ?? null,
  })),
  version: person.version,
});
