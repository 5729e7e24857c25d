import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { PageQuery } from '../../../platform/http/dto/page.query';
import { DailyProof } from '../proof/daily-proof';
import { ProofsResponse } from './dto/obligation.responses';

@ApiTags('obligations')
@Controller('proofs')
export class ProofsController {
  constructor(private readonly proof: DailyProof) {}

  /** Whether the daily proof holds, and its newest runs. */
  @Get()
  @Requires('policy.read')
  list(@CurrentActor() actor: Actor, @Query() { limit }: PageQuery): Promise<ProofsResponse> {
    return this.proof.list(actor, limit);
  }
}
