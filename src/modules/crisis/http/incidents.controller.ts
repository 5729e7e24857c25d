import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { Incidents } from '../acts/incidents';
import { Board } from '../board';
import { CrisisPolicies } from '../crisis-policies';
import { Headcounts } from '../headcounts';
import { ReadIncidents } from '../read-incidents';
import { AfterActionReport } from '../report';
import {
  BoardResponse,
  CountedPersonPageResponse,
  HeadcountResponse,
  IncidentKeptResponse,
  IncidentListResponse,
  IncidentPreparedResponse,
  CrisisIncidentResponse,
} from './dto/crisis.responses';
import {
  AfterActionResponse,
  CrisisPolicyCreatedResponse,
  CrisisPolicyListResponse,
} from './dto/report.responses';
import {
  ConcludeIncidentRequest,
  CreateCrisisPolicyRequest,
  DecideIncidentRequest,
  HeadcountListQuery,
  HeadcountQuery,
  LendStaffRequest,
  PrepareIncidentRequest,
} from './dto/incident.requests';

/** Crises and mass events: prepared, activated, stood down, looked back upon. */
@ApiTags('incidents')
@Controller('incidents')
export class IncidentsController {
  constructor(
    private readonly incidents: Incidents,
    private readonly reading: ReadIncidents,
    private readonly board: Board,
    private readonly headcounts: Headcounts,
    private readonly report: AfterActionReport,
  ) {}

  @Post()
  @Requires('crisis.activate')
  @Idempotent()
  prepare(
    @CurrentActor() actor: Actor,
    @Body() body: PrepareIncidentRequest,
  ): Promise<IncidentPreparedResponse> {
    return this.incidents.prepare(actor, body);
  }

  @Get()
  @Requires('crisis.read')
  list(@CurrentActor() actor: Actor): Promise<IncidentListResponse> {
    return this.reading.list(actor);
  }

  @Get(':id')
  @Requires('crisis.read')
  show(@CurrentActor() actor: Actor, @Id() id: string): Promise<CrisisIncidentResponse> {
    return this.reading.show(actor, id);
  }

  /** The public page takes registrations at once. */
  @Post(':id/activation')
  @HttpCode(200)
  @Requires('crisis.activate')
  @Idempotent()
  activate(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { reason }: DecideIncidentRequest,
  ): Promise<IncidentKeptResponse> {
    return this.incidents.activate(actor, id, reason);
  }

  @Post(':id/standing-down')
  @HttpCode(200)
  @Requires('crisis.activate')
  @Idempotent()
  standDown(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { reason }: DecideIncidentRequest,
  ): Promise<IncidentKeptResponse> {
    return this.incidents.standDown(actor, id, reason);
  }

  /** Staff of another post see and work the incident between two instants. */
  @Post(':id/loans')
  @Requires('crisis.activate')
  @Idempotent()
  lend(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: LendStaffRequest,
  ): Promise<IncidentKeptResponse> {
    return this.incidents.lend(actor, id, body);
  }

  @Post(':id/loans/:loan/end')
  @HttpCode(200)
  @Requires('crisis.activate')
  @Idempotent()
  endLoan(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('loan') loan: string,
  ): Promise<IncidentKeptResponse> {
    return this.incidents.endLoan(actor, id, loan);
  }

  @Get(':id/board')
  @Requires('crisis.read')
  showBoard(@CurrentActor() actor: Actor, @Id() id: string): Promise<BoardResponse> {
    return this.board.show(actor, id);
  }

  /** As of any instant, as known then or now. */
  @Get(':id/headcount')
  @Requires('crisis.read')
  headcount(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() query: HeadcountQuery,
  ): Promise<HeadcountResponse> {
    return this.headcounts.show(actor, id, query);
  }

  /** Whom one of its numbers counted. */
  @Get(':id/headcount/persons')
  @Requires('crisis.read')
  headcountList(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() query: HeadcountListQuery,
  ): Promise<CountedPersonPageResponse> {
    return this.headcounts.list(actor, id, query);
  }

  @Get(':id/report')
  @Requires('crisis.read')
  showReport(@CurrentActor() actor: Actor, @Id() id: string): Promise<AfterActionResponse> {
    return this.report.show(actor, id);
  }

  /** What was learned, in the director’s words. */
  @Post(':id/lessons')
  @HttpCode(200)
  @Requires('crisis.conclude')
  @Idempotent()
  conclude(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ConcludeIncidentRequest,
  ): Promise<IncidentKeptResponse> {
    return this.incidents.conclude(actor, id, body);
  }
}

/** Who is helped first, as data of versions. */
@ApiTags('crisis-policies')
@Controller('crisis-policies')
export class CrisisPoliciesController {
  constructor(private readonly policies: CrisisPolicies) {}

  @Get()
  @Requires('policy.read')
  list(@CurrentActor() actor: Actor): Promise<CrisisPolicyListResponse> {
    return this.policies.list(actor);
  }

  @Post()
  @Requires('policy.edit')
  @Idempotent()
  create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateCrisisPolicyRequest,
  ): Promise<CrisisPolicyCreatedResponse> {
    return this.policies.create(actor, body);
  }
}
