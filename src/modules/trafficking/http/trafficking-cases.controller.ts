import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { KeptFactResponse, OpenedCaseResponse } from '../../obligations';
import { ChangeTraffickingType } from '../acts/change-type';
import { RecordStory } from '../acts/record-story';
import { OpenTraffickingCase } from '../open-trafficking-case';
import { TraffickingPanel } from '../trafficking-panel';
import { OpenTraffickingCaseRequest } from './dto/open-trafficking-case.request';
import {
  ChangeTraffickingTypeRequest,
  RecordExploitationRequest,
  RecordIndicatorsRequest,
  RecordPerpetratorRequest,
  RecordTransitRequest,
} from './dto/story.requests';
import { TraffickingCaseResponse } from './dto/trafficking-case.responses';

/** Cases of trafficking: opening, what was found and done, by whom. */
@ApiTags('trafficking-cases')
@Controller('trafficking-cases')
export class TraffickingCasesController {
  constructor(
    private readonly opening: OpenTraffickingCase,
    private readonly panel: TraffickingPanel,
    private readonly story: RecordStory,
    private readonly types: ChangeTraffickingType,
  ) {}

  /** Opens a sealed case: only its circle knows of it. */
  @Post()
  @Requires('case.register')
  @Idempotent()
  open(
    @CurrentActor() actor: Actor,
    @Body() body: OpenTraffickingCaseRequest,
  ): Promise<OpenedCaseResponse> {
    return this.opening.run(actor, body);
  }

  /** The family’s part of one case, in the reader’s scope. */
  @Get(':id')
  @Requires('case.read')
  show(@CurrentActor() actor: Actor, @Id() id: string): Promise<TraffickingCaseResponse> {
    return this.panel.show(actor, id) as Promise<unknown> as Promise<TraffickingCaseResponse>;
  }

  /** Another offence than was thought, with a reason. */
  @Post(':id/type')
  @Requires('case.edit')
  @Idempotent()
  changeType(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ChangeTraffickingTypeRequest,
  ): Promise<KeptFactResponse> {
    return this.types.run(actor, id, body);
  }

  @Post(':id/indicators')
  @Requires('case.edit')
  @Idempotent()
  recordIndicators(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordIndicatorsRequest,
  ): Promise<KeptFactResponse> {
    return this.story.indicators(actor, id, body);
  }

  /** Acts, means and purposes of what was done to the person. */
  @Post(':id/exploitations')
  @Requires('case.edit')
  @Idempotent()
  recordExploitation(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordExploitationRequest,
  ): Promise<KeptFactResponse> {
    return this.story.exploitation(actor, id, body);
  }

  @Post(':id/transit-legs')
  @Requires('case.edit')
  @Idempotent()
  recordTransit(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordTransitRequest,
  ): Promise<KeptFactResponse> {
    return this.story.transit(actor, id, body);
  }

  /** One of the service’s own people is barred from the case at once. */
  @Post(':id/perpetrators')
  @Requires('case.edit')
  @Idempotent()
  recordPerpetrator(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordPerpetratorRequest,
  ): Promise<KeptFactResponse> {
    return this.story.perpetrator(actor, id, body);
  }
}
