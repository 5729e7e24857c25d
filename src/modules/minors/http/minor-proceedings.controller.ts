import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { KeptFactResponse } from '../../obligations';
import { Abductions } from '../acts/abductions';
import { StateCare } from '../acts/state-care';
import { RecordedAbductionResponse } from './dto/minor-recorded.responses';
import {
  EndStateCareRequest,
  NoteCareHearingRequest,
  RecordAbductionRequest,
  RecordAbductionStepRequest,
  RecordCareStepRequest,
  RecordStateCareRequest,
  ScheduleCareHearingRequest,
} from './dto/proceedings.requests';

/** The care of a State, and the abduction of a child to another. */
@ApiTags('minor-cases')
@Controller('minor-cases/:id')
export class MinorProceedingsController {
  constructor(
    private readonly care: StateCare,
    private readonly abductions: Abductions,
  ) {}

  @Post('care-orders')
  @Requires('case.edit')
  @Idempotent()
  record(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordStateCareRequest,
  ): Promise<KeptFactResponse> {
    return this.care.record(actor, id, body);
  }

  /** How the care of the State ended. */
  @Post('care-orders/:care/ending')
  @Requires('case.edit')
  @Idempotent()
  end(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('care') care: string,
    @Body() body: EndStateCareRequest,
  ): Promise<KeptFactResponse> {
    return this.care.end(actor, id, care, body);
  }

  @Post('care-orders/:care/hearings')
  @Requires('case.edit')
  @Idempotent()
  schedule(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('care') care: string,
    @Body() body: ScheduleCareHearingRequest,
  ): Promise<KeptFactResponse> {
    return this.care.schedule(actor, id, care, body);
  }

  /** The authority’s notice, that the post asks to be heard, what it says (VCCR 37.b). */
  @Post('care-orders/:care/steps')
  @Requires('case.edit')
  @Idempotent()
  step(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('care') care: string,
    @Body() body: RecordCareStepRequest,
  ): Promise<KeptFactResponse> {
    return this.care.step(actor, id, care, body);
  }

  @Post('care-hearings/:hearing/note')
  @Requires('case.edit')
  @Idempotent()
  note(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('hearing') hearing: string,
    @Body() body: NoteCareHearingRequest,
  ): Promise<KeptFactResponse> {
    return this.care.note(actor, id, hearing, body);
  }

  /** The route follows from the States that the convention of 1980 binds. */
  @Post('abductions')
  @Requires('case.edit')
  @Idempotent()
  recordAbduction(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordAbductionRequest,
  ): Promise<RecordedAbductionResponse> {
    return this.abductions.record(actor, id, body);
  }

  @Post('abductions/:abduction/steps')
  @Requires('case.edit')
  @Idempotent()
  stepOfAbduction(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('abduction') abduction: string,
    @Body() body: RecordAbductionStepRequest,
  ): Promise<KeptFactResponse> {
    return this.abductions.step(actor, id, abduction, body);
  }
}
