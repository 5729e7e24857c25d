import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent, IfMatch } from '../../../platform/http/decorators';
import { PageQuery } from '../../../platform/http/dto/page.query';
import { AssignCase } from '../assign-case';
import { CasePeople } from '../case-people';
import { CaseQueries } from '../case-queries';
import { ChangeStatus } from '../change-status';
import { WriteInCase } from '../write-in-case';
import {
  AddNoteRequest,
  AddPersonRequest,
  AssignCaseRequest,
  CloseCaseRequest,
  DismissCaseRequest,
  EditCaseRequest,
  HoldCaseRequest,
  ListCasesQuery,
  ReopenCaseRequest,
} from './dto/case.requests';
import {
  CaseListResponse,
  CasePageResponse,
  CaseStateResponse,
  CreatedResponse,
  TimelineResponse,
} from './dto/case.responses';

@ApiTags('cases')
@Controller('cases')
export class CasesController {
  constructor(
    private readonly queries: CaseQueries,
    private readonly assignCase: AssignCase,
    private readonly status: ChangeStatus,
    private readonly write: WriteInCase,
    private readonly people: CasePeople,
  ) {}

  /** One page of a queue. */
  @Get()
  @Requires('case.read')
  list(@CurrentActor() actor: Actor, @Query() query: ListCasesQuery): Promise<CaseListResponse> {
    return this.queries.list(actor, query);
  }

  /** The whole page of a case: header, duties, people, newest entries, family panel. */
  @Get(':id')
  @Requires('case.read')
  open(@CurrentActor() actor: Actor, @Id() id: string): Promise<CasePageResponse> {
    return this.queries.open(actor, id);
  }

  @Get(':id/timeline')
  @Requires('case.read')
  timeline(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() query: PageQuery,
  ): Promise<TimelineResponse> {
    return this.queries.timeline(actor, id, query);
  }

  /** Edits the case's own fields. */
  @Patch(':id')
  @Requires('case.edit')
  async edit(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: EditCaseRequest,
  ): Promise<CaseStateResponse> {
    return CaseStateResponse.of(await this.write.edit(actor, id, version, body));
  }

  @Post(':id/notes')
  @Requires('contact.record')
  @Idempotent()
  addNote(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AddNoteRequest,
  ): Promise<CreatedResponse> {
    return this.write.addNote(actor, id, body);
  }

  @Post(':id/people')
  @Requires('case.edit')
  @Idempotent()
  addPerson(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AddPersonRequest,
  ): Promise<CreatedResponse> {
    return this.people.add(actor, id, body);
  }

  /** Gives the case to someone of its post. */
  @Post(':id/assignments')
  @Requires('case.assign')
  @Idempotent()
  async assign(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AssignCaseRequest,
  ): Promise<CaseStateResponse> {
    return CaseStateResponse.of(await this.assignCase.run(actor, id, body));
  }

  @Post(':id/activation')
  @HttpCode(200)
  @Requires('case.edit')
  async activate(@CurrentActor() actor: Actor, @Id() id: string): Promise<CaseStateResponse> {
    return CaseStateResponse.of(await this.status.activate(actor, id));
  }

  @Post(':id/hold')
  @HttpCode(200)
  @Requires('case.edit')
  async hold(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: HoldCaseRequest,
  ): Promise<CaseStateResponse> {
    return CaseStateResponse.of(await this.status.hold(actor, id, body));
  }

  @Post(':id/closing')
  @HttpCode(200)
  @Requires('case.close')
  async close(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: CloseCaseRequest,
  ): Promise<CaseStateResponse> {
    return CaseStateResponse.of(await this.status.close(actor, id, body));
  }

  @Post(':id/dismissal')
  @HttpCode(200)
  @Requires('case.close')
  async dismiss(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: DismissCaseRequest,
  ): Promise<CaseStateResponse> {
    return CaseStateResponse.of(await this.status.dismiss(actor, id, body));
  }

  @Post(':id/reopening')
  @HttpCode(200)
  @Requires('case.close')
  async reopen(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ReopenCaseRequest,
  ): Promise<CaseStateResponse> {
    return CaseStateResponse.of(await this.status.reopen(actor, id, body));
  }
}
