import { Module } from '@nestjs/common';
import { Aliases } from './aliases';
import { Candidates } from './candidates';
import { ContactRestrictions } from './contact-restrictions';
import { ContactRulesModule } from './contact-rules';
import { DecideIdentity } from './decide-identity';
import { EditPerson } from './edit-person';
import { Guardians } from './guardians';
import { PeopleController } from './http/people.controller';
import { PersonMergesController } from './http/person-merges.controller';
import { PersonTiesController } from './http/person-ties.controller';
import { DecidedPairs } from './merge/decided-pairs';
import { DuplicatesDesk } from './merge/duplicates-desk';
import { DuplicatesOfPerson } from './merge/duplicates-of-person';
import { MergeHistory } from './merge/merge-history';
import { MergePersons } from './merge/merge-persons';
import { People } from './people';
import { PersonCheck } from './person-check';
import { PersonFile } from './person-file';
import { PersonParts } from './person-parts';
import { PersonTies } from './person-ties';
import { PersonWork } from './person-work';
import { RegisterPerson } from './register-person';
import { Relations } from './relations';
import { SealedPeopleModule } from './sealed-people';
import { SearchPeople } from './search-people';
import { Vocabularies } from './vocabularies';

/** Persons, what ties them to names and to each other, and finding them. */
@Module({
  imports: [SealedPeopleModule, ContactRulesModule],
  controllers: [PersonMergesController, PeopleController, PersonTiesController],
  providers: [
    ...[People, PersonFile, PersonCheck, PersonWork],
    ...[RegisterPerson, EditPerson, PersonParts, DecideIdentity],
    ...[Aliases, Relations, Guardians, ContactRestrictions, PersonTies],
    ...[MergePersons, MergeHistory, DuplicatesOfPerson, DuplicatesDesk, DecidedPairs],
    ...[SearchPeople, Candidates, Vocabularies],
  ],
  exports: [People, SearchPeople],
})
export class PeopleModule {}
