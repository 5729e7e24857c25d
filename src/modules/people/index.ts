export { PeopleModule } from './people.module';
export { peopleEntities } from './people.entities';
export { peopleMessages } from './messages';
export { People } from './people';
export { Tellings, TellingsModule, type Telling, type TellingGuard } from './tellings';
export { SealedPeople, SealedPeopleModule } from './sealed-people';
export { ContactRules, ContactRulesModule } from './contact-rules';
export type { Clearance, Contact, ContactGuard } from './contact-rules';
export { ADULT_AT, isMinor } from './domain/ties';
export { readContact } from './domain/contact';
export type { PersonMatch, PersonSummary } from './person.view';
export { SearchPeople } from './search-people';
export { PersonMatchResponse } from './http/dto/person.response';
export { PersonOfCaseRequest } from './http/dto/person-of-case.request';
export type { NewPerson, RegistrationContext } from './register-person';
export { IDENTITY_STATES, type IdentityState } from './domain/identity';
export { fullName } from './domain/person-name';
export { DOCUMENT_KINDS, SEXES, type DocumentKind, type Sex } from './domain/vocabularies';
export { personKeys, personWords, wordVariants, type NamedPerson } from './domain/name-keys';
export { compareNames, partsQuery } from './domain/similarity';
export { documentNumberKey } from './domain/document';
export { isPlausibleBirthDate } from './domain/birth-date';
export { ApplyPerson } from './jobs/people.jobs';
export { joinFacts, joinPerson, recordsOf, sameAs } from './shown-person';
export {
  ATTEMPT_OUTCOMES,
  CONTACT_CHANNELS,
  type AttemptOutcome,
  type ContactChannel,
} from './domain/contact-restriction';
export type { Guardianship } from './guardians';
