import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id } from '../../../platform/http/decorators';
import { HandOvers } from '../handover/hand-overs';
import { HandOverReadResponse } from './dto/cooperation.responses';

@ApiTags('cooperation')
@Controller('hand-over-notes')
export class HandOversController {
  constructor(private readonly handOvers: HandOvers) {}

  /** The receiver has read it. */
  @Post(':id/receipt')
  @HttpCode(200)
  @Requires('handover.write')
  confirm(@CurrentActor() actor: Actor, @Id() id: string): Promise<HandOverReadResponse> {
    return this.handOvers.confirm(actor, id);
  }
}
