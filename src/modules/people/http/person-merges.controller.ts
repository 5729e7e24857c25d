import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent, IfMatch } from '../../../platform/http/decorators';
import { DuplicatesDesk } from '../merge/duplicates-desk';
import { DuplicatesOfPerson } from '../merge/duplicates-of-person';
import { MergeHistory } from '../merge/merge-history';
import { MergePersons } from '../merge/merge-persons';
import {
  DuplicatesQuery,
  DuplicatesResponse,
  MergeHistoryResponse,
  MergePersonRequest,
  ProposedPairsResponse,
  TellApartRequest,
} from './dto/merges.dto';
import { PersonResponse } from './dto/person.response';
import { PersonReasonRequest } from './dto/ties.request';
import { TieResponse } from './dto/ties.response';

@ApiTags('people')
@Controller('people')
export class PersonMergesController {
  constructor(
    private readonly merges: MergePersons,
    private readonly history: MergeHistory,
    private readonly duplicates: DuplicatesOfPerson,
    private readonly desk: DuplicatesDesk,
  ) {}

  /** Persons registered by a post who may be on file twice, with reasons. */
  @Get('proposed-duplicates')
  @Requires('person.merge')
  @ApiOkResponse({ type: ProposedPairsResponse })
  proposed(
    @CurrentActor() actor: Actor,
    @Query() query: DuplicatesQuery,
  ): Promise<ProposedPairsResponse> {
    return this.desk.list(actor, query);
  }

  /** Others on file who may be this person, with reasons. */
  @Get(':id/duplicates')
  @Requires('person.read')
  @ApiOkResponse({ type: DuplicatesResponse })
  find(@CurrentActor() actor: Actor, @Id() id: string): Promise<DuplicatesResponse> {
    return this.duplicates.find(actor, id);
  }

  /** They are not the same person; the pair is not offered again. */
  @Post(':id/told-apart')
  @Requires('person.merge')
  @Idempotent()
  @ApiCreatedResponse({ type: TieResponse })
  tellApart(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: TellApartRequest,
  ): Promise<TieResponse> {
    return this.duplicates.tellApart(actor, id, body);
  }

  @Get(':id/merges')
  @Requires('person.read')
  @ApiOkResponse({ type: MergeHistoryResponse })
  past(@CurrentActor() actor: Actor, @Id() id: string): Promise<MergeHistoryResponse> {
    return this.history.show(actor, id);
  }

  /** Merges a duplicate into this person; can be undone. */
  @Post(':id/merges')
  @Requires('person.merge')
  @Idempotent()
  @ApiCreatedResponse({ type: PersonResponse })
  merge(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: MergePersonRequest,
  ): Promise<PersonResponse> {
    return this.merges.merge(actor, id, version, body);
  }

  /** The duplicate is a person of its own again. */
  @Post(':id/merges/:mergeId/undoing')
  @Requires('person.merge')
  @Idempotent()
  @ApiCreatedResponse({ type: PersonResponse })
  undo(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('mergeId') mergeId: string,
    @IfMatch() version: number,
    @Body() body: PersonReasonRequest,
  ): Promise<PersonResponse> {
    return this.merges.undo(actor, id, mergeId, version, body.reason);
  }
}
