import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires, SignedIn } from '../../../platform/access/decorators';
import { Id, Idempotent, IfMatch } from '../../../platform/http/decorators';
import { DecideIdentity } from '../decide-identity';
import { EditPerson } from '../edit-person';
import { PersonFile } from '../person-file';
import { PersonParts } from '../person-parts';
import { RegisterPerson } from '../register-person';
import { SearchPeople } from '../search-people';
import { Vocabularies } from '../vocabularies';
import {
  ContactRequest,
  DocumentRequest,
  EditPersonRequest,
  IdentityRequest,
  RegisterPersonRequest,
  WithdrawContactRequest,
  WithdrawDocumentRequest,
} from './dto/person.request';
import {
  PeopleVocabulariesResponse,
  PersonMatchesResponse,
  PersonResponse,
} from './dto/person.response';
import { DuplicateCandidatesRequest, PeopleQuery } from './dto/search.request';

@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly searchPeople: SearchPeople,
    private readonly registerPerson: RegisterPerson,
    private readonly editPerson: EditPerson,
    private readonly decideIdentity: DecideIdentity,
    private readonly file: PersonFile,
    private readonly parts: PersonParts,
    private readonly vocabularies: Vocabularies,
  ) {}

  /** People by a name, however misspelt, or by a document number; the best first. */
  @Get()
  @Requires('person.read')
  @ApiOkResponse({ type: PersonMatchesResponse })
  search(
    @CurrentActor() actor: Actor,
    @Query() query: PeopleQuery,
  ): Promise<PersonMatchesResponse> {
    return this.searchPeople.search(actor, query.q, query.limit);
  }

  /** People on file who may be the one about to be registered. */
  @Post('duplicate-candidates')
  @HttpCode(200)
  @Requires('person.read')
  @ApiOkResponse({ type: PersonMatchesResponse })
  duplicates(
    @CurrentActor() actor: Actor,
    @Body() body: DuplicateCandidatesRequest,
  ): Promise<PersonMatchesResponse> {
    return this.searchPeople.duplicates(actor, body);
  }

  /** Words that headquarters may extend, with their labels. */
  @Get('vocabularies')
  @SignedIn()
  @ApiOkResponse({ type: PeopleVocabulariesResponse })
  words(@CurrentActor() actor: Actor): Promise<PeopleVocabulariesResponse> {
    return this.vocabularies.read(actor);
  }

  @Post()
  @Requires('person.edit')
  @Idempotent()
  @ApiCreatedResponse({ type: PersonResponse })
  register(
    @CurrentActor() actor: Actor,
    @Body() body: RegisterPersonRequest,
  ): Promise<PersonResponse> {
    return this.registerPerson.run(actor, body);
  }

  /** The whole file of a person; looking is recorded. */
  @Get(':id')
  @Requires('person.read')
  @ApiOkResponse({ type: PersonResponse })
  show(@CurrentActor() actor: Actor, @Id() id: string): Promise<PersonResponse> {
    return this.file.show(actor, id);
  }

  @Patch(':id')
  @Requires('person.edit')
  @ApiOkResponse({ type: PersonResponse })
  edit(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: EditPersonRequest,
  ): Promise<PersonResponse> {
    return this.editPerson.run(actor, id, version, body);
  }

  /** Takes the identity to another state, with its reason. */
  @Post(':id/identity-decisions')
  @Requires('person.edit')
  @Idempotent()
  @ApiCreatedResponse({ type: PersonResponse })
  identity(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: IdentityRequest,
  ): Promise<PersonResponse> {
    return this.decideIdentity.run(actor, id, version, body);
  }

  @Post(':id/documents')
  @Requires('person.edit')
  @Idempotent()
  @ApiCreatedResponse({ type: PersonResponse })
  addDocument(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: DocumentRequest,
  ): Promise<PersonResponse> {
    return this.parts.addDocument(actor, id, body);
  }

  /** The document no longer counts; it stays on record with the reason. */
  @Post(':id/documents/:documentId/withdrawal')
  @Requires('person.edit')
  @Idempotent()
  @ApiCreatedResponse({ type: PersonResponse })
  withdrawDocument(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('documentId') documentId: string,
    @Body() body: WithdrawDocumentRequest,
  ): Promise<PersonResponse> {
    return this.parts.withdrawDocument(actor, id, documentId, body.reason);
  }

  @Post(':id/contacts')
  @Requires('person.edit')
  @Idempotent()
  @ApiCreatedResponse({ type: PersonResponse })
  addContact(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ContactRequest,
  ): Promise<PersonResponse> {
    return this.parts.addContact(actor, id, body);
  }

  /** The contact is no longer used; it stays on record with the reason. */
  @Post(':id/contacts/:contactId/withdrawal')
  @Requires('person.edit')
  @Idempotent()
  @ApiCreatedResponse({ type: PersonResponse })
  withdrawContact(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('contactId') contactId: string,
    @Body() body: WithdrawContactRequest,
  ): Promise<PersonResponse> {
    return this.parts.withdrawContact(actor, id, contactId, body.reason);
  }
}
