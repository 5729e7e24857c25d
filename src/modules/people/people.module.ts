import { Module } from '@nestjs/common';
import { Candidates } from './candidates';
import { DecideIdentity } from './decide-identity';
import { EditPerson } from './edit-person';
import { PeopleController } from './http/people.controller';
import { People } from './people';
import { PersonCheck } from './person-check';
import { PersonFile } from './person-file';
import { PersonIndex } from './person-index';
import { PersonParts } from './person-parts';
import { RegisterPerson } from './register-person';
import { SearchPeople } from './search-people';
import { Vocabularies } from './vocabularies';

/** Persons, their documents and contacts, and finding them. */
@Module({
  controllers: [PeopleController],
  providers: [
    ...[People, PersonFile, PersonCheck, PersonIndex],
    ...[RegisterPerson, EditPerson, PersonParts, DecideIdentity],
    ...[SearchPeople, Candidates, Vocabularies],
  ],
  exports: [People, SearchPeople],
})
export class PeopleModule {}
