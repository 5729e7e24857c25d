import { Person } from './person.entity';
import { PersonContact, PersonDocument, PersonIdentityDecision } from './person-parts.entity';

export const peopleEntities = [Person, PersonDocument, PersonContact, PersonIdentityDecision];
