import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent, IfMatch } from '../../../platform/http/decorators';
import { ImportList } from '../acts/import-list';
import { Merges } from '../acts/merges';
import { IncidentPersons } from '../acts/persons';
import { OpenCrisisCase } from '../open-crisis-case';
import { ReadIncidents } from '../read-incidents';
import {
  DuplicateGroupsResponse,
  IncidentKeptResponse,
  IncidentPersonDetailResponse,
  IncidentPersonPageResponse,
  ListImportedResponse,
  OpenedCrisisCaseResponse,
  TriagedResponse,
} from './dto/crisis.responses';
import { ImportListRequest } from './dto/list.requests';
import {
  ListIncidentPersonsQuery,
  MergePersonsRequest,
  OpenCrisisCaseRequest,
  RecordStateRequest,
  RegisterInIncidentRequest,
  TriageRequest,
} from './dto/person.requests';

/** Persons of an incident: named, sorted by need, counted once. */
@ApiTags('incidents')
@Controller('incidents/:id')
export class IncidentPersonsController {
  constructor(
    private readonly persons: IncidentPersons,
    private readonly reading: ReadIncidents,
    private readonly lists: ImportList,
    private readonly merges: Merges,
    private readonly cases: OpenCrisisCase,
  ) {}

  @Get('persons')
  @Requires('crisis.read')
  list(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() query: ListIncidentPersonsQuery,
  ): Promise<IncidentPersonPageResponse> {
    return this.reading.persons(
      actor,
      id,
      query,
    ) as Promise<unknown> as Promise<IncidentPersonPageResponse>;
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
    return this.reading.person(
      actor,
      id,
      person,
    ) as Promise<unknown> as Promise<IncidentPersonDetailResponse>;
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
    return this.merges.duplicates(
      actor,
      id,
    ) as Promise<unknown> as Promise<DuplicateGroupsResponse>;
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
