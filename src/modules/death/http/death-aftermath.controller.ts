import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { KeptFactResponse } from '../../obligations';
import { Aftermath } from '../acts/aftermath';
import { Estate } from '../acts/estate';
import {
  ConcludeInquiryRequest,
  FollowInquiryRequest,
  HandOverEffectRequest,
  OpenInquiryRequest,
  RecordNecropsyRequest,
  RecordNecropsyResultRequest,
  RegisterDeathRequest,
  TakeEffectRequest,
} from './dto/aftermath.requests';

/** Civil registration, investigation, necropsy, and the estate. */
@ApiTags('death-cases')
@Controller('death-cases/:id')
export class DeathAftermathController {
  constructor(
    private readonly aftermath: Aftermath,
    private readonly estate: Estate,
  ) {}

  /** By a declarant, or ex officio. */
  @Post('registrations')
  @Requires('case.edit')
  @Idempotent()
  register(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RegisterDeathRequest,
  ): Promise<KeptFactResponse> {
    return this.aftermath.register(actor, id, body);
  }

  @Post('inquiries')
  @Requires('case.edit')
  @Idempotent()
  openInquiry(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: OpenInquiryRequest,
  ): Promise<KeptFactResponse> {
    return this.aftermath.openInquiry(actor, id, body);
  }

  /** What the authority said. */
  @Post('inquiries/:inquiry/contacts')
  @Requires('case.edit')
  @Idempotent()
  follow(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('inquiry') inquiry: string,
    @Body() body: FollowInquiryRequest,
  ): Promise<KeptFactResponse> {
    return this.aftermath.follow(actor, id, inquiry, body);
  }

  @Post('inquiries/:inquiry/conclusion')
  @Requires('case.edit')
  @Idempotent()
  conclude(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('inquiry') inquiry: string,
    @Body() body: ConcludeInquiryRequest,
  ): Promise<KeptFactResponse> {
    return this.aftermath.conclude(actor, id, inquiry, body);
  }

  @Post('necropsies')
  @Requires('case.edit')
  @Idempotent()
  necropsy(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordNecropsyRequest,
  ): Promise<KeptFactResponse> {
    return this.aftermath.necropsy(actor, id, body);
  }

  /** What it found: a restricted part. */
  @Post('necropsies/:necropsy/results')
  @Requires('case.edit')
  @Idempotent()
  necropsyResult(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('necropsy') necropsy: string,
    @Body() body: RecordNecropsyResultRequest,
  ): Promise<KeptFactResponse> {
    return this.aftermath.necropsyResult(actor, id, necropsy, body);
  }

  @Post('effects')
  @Requires('case.edit')
  @Idempotent()
  take(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: TakeEffectRequest,
  ): Promise<KeptFactResponse> {
    return this.estate.take(actor, id, body);
  }

  /** Against a receipt. */
  @Post('effects/:effect/hand-over')
  @Requires('case.edit')
  @Idempotent()
  handOver(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('effect') effect: string,
    @Body() body: HandOverEffectRequest,
  ): Promise<KeptFactResponse> {
    return this.estate.handOver(actor, id, effect, body);
  }
}
