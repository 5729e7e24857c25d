import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { KeptFactResponse, OpenedCaseResponse } from '../../obligations';
import { FindOut } from '../acts/find-out';
import { TellKin } from '../acts/tell-kin';
import { DeathPanel } from '../death-panel';
import { OpenDeathCase } from '../open-death-case';
import { DeathCaseResponse } from './dto/death-case.responses';
import {
  FindOutRequest,
  KinImpossibleRequest,
  ReportToHeadquartersRequest,
  TellKinRequest,
} from './dto/kin.requests';
import { OpenDeathCaseRequest } from './dto/open-death-case.request';

/** Cases of deaths: opening, telling the family, and what becomes known. */
@ApiTags('death-cases')
@Controller('death-cases')
export class DeathCasesController {
  constructor(
    private readonly opening: OpenDeathCase,
    private readonly panel: DeathPanel,
    private readonly kin: TellKin,
    private readonly knowing: FindOut,
  ) {}

  /** Opens the case of a death; the family is told first. */
  @Post()
  @Requires('case.register')
  @Idempotent()
  open(
    @CurrentActor() actor: Actor,
    @Body() body: OpenDeathCaseRequest,
  ): Promise<OpenedCaseResponse> {
    return this.opening.run(actor, body);
  }

  /** The family’s part of one case, in the reader’s scope. */
  @Get(':id')
  @Requires('case.read')
  show(@CurrentActor() actor: Actor, @Id() id: string): Promise<DeathCaseResponse> {
    return this.panel.show(actor, id) as Promise<unknown> as Promise<DeathCaseResponse>;
  }

  /** Somebody told the next of kin, face to face or by telephone. */
  @Post(':id/kin-notices')
  @Requires('contact.record')
  @Idempotent()
  tellKin(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: TellKinRequest,
  ): Promise<KeptFactResponse> {
    return this.kin.told(actor, id, body);
  }

  /** Why nobody can be told; by the head of post. */
  @Post(':id/kin-notices/impossible')
  @Requires('breach.accept')
  @Idempotent()
  kinImpossible(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: KinImpossibleRequest,
  ): Promise<KeptFactResponse> {
    return this.kin.impossible(actor, id, body);
  }

  /** What is known now; what is left out stays. */
  @Post(':id/findings')
  @Requires('case.edit')
  @Idempotent()
  findOut(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: FindOutRequest,
  ): Promise<KeptFactResponse> {
    return this.knowing.update(actor, id, body);
  }

  /** Of a death in custody, or of an estate without known heirs. */
  @Post(':id/headquarters-reports')
  @Requires('case.edit')
  @Idempotent()
  report(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ReportToHeadquartersRequest,
  ): Promise<KeptFactResponse> {
    return this.knowing.report(actor, id, body);
  }
}
