import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires, SignedIn } from '../../../platform/access/decorators';
import { Id } from '../../../platform/http/decorators';
import { BreakGlass } from '../break-glass';
import { ReadBreakGlass } from '../read-break-glass';
import {
  AdmitRequest,
  AskToEnterRequest,
  ReviewBreakGlassRequest,
} from './dto/break-glass.requests';
import {
  BreakGlassDoneResponse,
  BreakGlassListResponse,
  BreakGlassPageResponse,
} from './dto/break-glass.responses';

/** Entering a sealed case in an emergency. */
@ApiTags('break-glass')
@Controller('break-glass-requests')
export class BreakGlassController {
  constructor(
    private readonly glass: BreakGlass,
    private readonly requests: ReadBreakGlass,
  ) {}

  /** One's own, those of one's sealed cases; for the guardian all. */
  @Get()
  @SignedIn()
  list(@CurrentActor() actor: Actor): Promise<BreakGlassListResponse> {
    return this.requests.list(actor);
  }

  @Get(':id')
  @SignedIn()
  show(@CurrentActor() actor: Actor, @Id() id: string): Promise<BreakGlassPageResponse> {
    return this.requests.show(actor, id);
  }

  /** Asks the guardian to be let into the case of a reference. */
  @Post()
  @Requires('glass.break')
  ask(
    @CurrentActor() actor: Actor,
    @Body() body: AskToEnterRequest,
  ): Promise<BreakGlassDoneResponse> {
    return this.glass.ask(actor, body);
  }

  @Post(':id/admission')
  @HttpCode(200)
  @Requires('glass.guard')
  admit(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { hours }: AdmitRequest,
  ): Promise<BreakGlassDoneResponse> {
    return this.glass.admit(actor, id, hours);
  }

  @Post(':id/refusal')
  @HttpCode(200)
  @Requires('glass.guard')
  refuse(@CurrentActor() actor: Actor, @Id() id: string): Promise<BreakGlassDoneResponse> {
    return this.glass.refuse(actor, id);
  }

  /** Before its time: by whoever is in, the guardian or the circle. */
  @Post(':id/end')
  @HttpCode(200)
  @SignedIn()
  end(@CurrentActor() actor: Actor, @Id() id: string): Promise<BreakGlassDoneResponse> {
    return this.glass.end(actor, id);
  }

  @Post(':id/review')
  @HttpCode(200)
  @Requires('glass.review')
  review(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ReviewBreakGlassRequest,
  ): Promise<BreakGlassDoneResponse> {
    return this.glass.review(actor, id, body);
  }
}
