import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiExtraModels, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent, IfMatch } from '../../../platform/http/decorators';
import { Distinctions } from '../acts/distinctions';
import { ImportList } from '../acts/import-list';
import { Merges } from '../acts/merges';
import { IncidentPersons } from '../acts/persons';
import { OpenCrisisCase } from '../open-crisis-case';
import { ReadPersons } from '../read-persons';
import {
  CrisisPanelResponse,
  DuplicateGroupsResponse,
  IncidentKeptResponse,
  IncidentNamingPageResponse,
  IncidentPersonDetailResponse,
  IncidentPersonPageResponse,
  ListImportedResponse,
  OpenedCrisisCaseResponse,
  PersonsDistinguishedResponse,
  TriagedResponse,
} from './dto/crisis.responses';
import { ImportListRequest } from './dto/list.requests';
import {
  ListIncidentPersonsQuery,
  ListNamingsQuery,
  MergePersonsRequest,
  OpenCrisisCaseRequest,
  RecordStateRequest,
  RegisterInIncidentRequest,
  DistinguishPersonsRequest,
  TriageRequest,
} from './dto/person.requests';

/** Persons of an incident: named, sorted by need, counted once. */
@ApiTags('incidents')
@ApiExtraModels(CrisisPanelResponse)
@Controller('incidents/:id')
export class IncidentPersonsController {
  constructor(
    private readonly persons: IncidentPersons,
    private readonly reading: ReadPersons,
    private readonly lists: ImportList,
    private readonly merges: Merges,
    private readonly distinctions: Distinctions,
    private readonly cases: OpenCrisisCase,
  ) {}

  @Get('persons')
  @Requires('crisis.read')
  list(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() query: ListIncidentPersonsQuery,
  ): Promise<IncidentPersonPageResponse> {
    return this.reading.list(actor, id, query);
  }

  @Post('persons')
  @Requires('crisis.work')
  @Idempotent()
  register(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RegisterInIncidentRequest,
  ): Promise<IncidentKeptResponse> {
    return this.persons.register(actor, id, body);
  }

  @Get('persons/:person')
  @Requires('crisis.read')
  show(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('person') person: string,
  ): Promise<IncidentPersonDetailResponse> {
    return this.reading.show(actor, id, person);
  }

  @Post('persons/:person/triage')
  @HttpCode(200)
  @Requires('crisis.work')
  triage(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('person') person: string,
    @IfMatch() version: number,
    @Body() body: TriageRequest,
  ): Promise<TriagedResponse> {
    return this.persons.triage(actor, id, person, version, body);
  }

  @Post('persons/:person/states')
  @Requires('crisis.work')
  @Idempotent()
  recordState(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('person') person: string,
    @Body() body: RecordStateRequest,
  ): Promise<IncidentKeptResponse> {
    return this.persons.record(actor, id, person, body);
  }

  /** An ordinary case for somebody who needs help of their own. */
  @Post('persons/:person/case')
  @Requires('case.register')
  @Idempotent()
  openCase(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('person') person: string,
    @Body() body: OpenCrisisCaseRequest,
  ): Promise<OpenedCrisisCaseResponse> {
    return this.cases.run(actor, id, person, body);
  }

  /** A merged record counts for itself again. */
  @Post('persons/:person/separation')
  @HttpCode(200)
  @Requires('crisis.work')
  @Idempotent()
  separate(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('person') person: string,
  ): Promise<IncidentKeptResponse> {
    return this.merges.separate(actor, id, person);
  }

  @Get('duplicates')
  @Requires('crisis.read')
  duplicates(@CurrentActor() actor: Actor, @Id() id: string): Promise<DuplicateGroupsResponse> {
    return this.merges.duplicates(actor, id);
  }

  @Post('merges')
  @HttpCode(200)
  @Requires('crisis.work')
  @Idempotent()
  merge(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: MergePersonsRequest,
  ): Promise<IncidentKeptResponse> {
    return this.merges.merge(actor, id, body);
  }

  /** Records that look alike are several persons: they are not offered again. */
  @Post('distinctions')
  @HttpCode(200)
  @Requires('crisis.work')
  @Idempotent()
  tellApart(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { personIds }: DistinguishPersonsRequest,
  ): Promise<PersonsDistinguishedResponse> {
    return this.distinctions.keep(actor, id, personIds);
  }

  /** As often as somebody was named, and whom it counts for. */
  @Get('namings')
  @Requires('crisis.read')
  namings(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() query: ListNamingsQuery,
  ): Promise<IncidentNamingPageResponse> {
    return this.reading.namings(actor, id, query);
  }

  /** A list of persons: row by row, all or nothing; the same list again changes nothing. */
  @Post('lists')
  @Requires('crisis.work')
  @Idempotent()
  importList(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ImportListRequest,
  ): Promise<ListImportedResponse> {
    return this.lists.run(actor, id, body);
  }
}
