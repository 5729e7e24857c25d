import { Body, Controller, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent, IfMatch } from '../../../platform/http/decorators';
import { KeptFactResponse } from '../../obligations';
import { Benefits } from '../acts/benefits';
import { CarryMessage } from '../acts/carry-message';
import { Defence } from '../acts/defence';
import { GiveAssistance } from '../acts/give-assistance';
import { Hearings } from '../acts/hearings';
import { CarryMessageRequest, GiveAssistanceRequest } from './dto/contact.request';
import { NoteHearingRequest, ScheduleHearingRequest } from './dto/course.request';
import {
  AddRepresentativeRequest,
  ChangeBenefitRequest,
  EndRepresentationRequest,
  RecordBenefitRequest,
} from './dto/defence.request';
import { VersionedResponse } from './dto/detention.response';

/** Proceedings, defence, benefits and correspondence. */
@ApiTags('detentions')
@Controller('detentions/:id')
export class DetentionCareController {
  constructor(
    private readonly hearings: Hearings,
    private readonly defence: Defence,
    private readonly benefits: Benefits,
    private readonly carryMessage: CarryMessage,
    private readonly giveAssistance: GiveAssistance,
  ) {}

  @Post('hearings')
  @Requires('case.edit')
  @Idempotent()
  scheduleHearing(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ScheduleHearingRequest,
  ): Promise<KeptFactResponse> {
    return this.hearings.schedule(actor, id, body);
  }

  @Post('hearings/:hearing/notes')
  @Requires('case.edit')
  @Idempotent()
  noteHearing(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('hearing') hearing: string,
    @Body() body: NoteHearingRequest,
  ): Promise<KeptFactResponse> {
    return this.hearings.note(actor, id, hearing, body);
  }

  /** A lawyer or interpreter at no cost to the Peruvian State. */
  @Post('representatives')
  @Requires('case.edit')
  @Idempotent()
  addRepresentative(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AddRepresentativeRequest,
  ): Promise<VersionedResponse> {
    return this.defence.add(actor, id, body);
  }

  @Post('representatives/:representative/end')
  @Requires('case.edit')
  @HttpCode(200)
  endRepresentation(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('representative') representative: string,
    @IfMatch() version: number,
    @Body() body: EndRepresentationRequest,
  ): Promise<VersionedResponse> {
    return this.defence.end(actor, id, representative, version, body);
  }

  @Post('benefits')
  @Requires('case.edit')
  @Idempotent()
  recordBenefit(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordBenefitRequest,
  ): Promise<VersionedResponse> {
    return this.benefits.record(actor, id, body);
  }

  @Patch('benefits/:benefit')
  @Requires('case.edit')
  changeBenefit(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('benefit') benefit: string,
    @IfMatch() version: number,
    @Body() body: ChangeBenefitRequest,
  ): Promise<VersionedResponse> {
    return this.benefits.change(actor, id, benefit, version, body);
  }

  @Post('messages')
  @Requires('contact.record')
  @Idempotent()
  message(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: CarryMessageRequest,
  ): Promise<KeptFactResponse> {
    return this.carryMessage.run(actor, id, body);
  }

  /** What else was done for the person: documents for the defence, a démarche, things handed over. */
  @Post('actions')
  @Requires('contact.record')
  @Idempotent()
  assist(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: GiveAssistanceRequest,
  ): Promise<KeptFactResponse> {
    return this.giveAssistance.run(actor, id, body);
  }
}
