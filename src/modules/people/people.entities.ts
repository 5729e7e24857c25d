import { DuplicateDecision, PersonMerge } from './merge/merge.entity';
import { Person } from './person.entity';
import { PersonContact, PersonDocument, PersonIdentityDecision } from './person-parts.entity';
import { ContactRestriction, PersonAlias, PersonGuardian, PersonRelation } from './ties.entity';

export const peopleEntities = [
  ...[Person, PersonDocument, PersonContact, PersonIdentityDecision],
  ...[PersonAlias, PersonRelation, PersonGuardian, ContactRestriction],
  ...[PersonMerge, DuplicateDecision],
];
