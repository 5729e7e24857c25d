import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { ProposeAid } from '../acts/propose';
import { Database } from '../../../platform/database/database';
import { ReadAid } from '../read-aid';
import { AidListResponse, AidProposedResponse } from './dto/aid.responses';
import { ProposeAidRequest, RecordAttentionRequest } from './dto/propose.requests';

/** The aid of a case: what was given, what is asked for. */
@ApiTags('aid')
@Controller('cases/:id')
export class AidOfCaseController {
  constructor(
    private readonly proposals: ProposeAid,
    private readonly reading: ReadAid,
    private readonly database: Database,
  ) {}

  /** Newest first; 404 out of reach is an empty list of a case that cannot be read. */
  @Get('aid')
  @Requires('case.read')
  list(@CurrentActor() actor: Actor, @Id() id: string): Promise<AidListResponse> {
    return this.database.inTransaction(actor, async () => ({
      items: (await this.reading.ofCase(id)) as unknown as AidListResponse['items'],
    }));
  }

  /** The everyday attention, given and recorded at once, within the petty ceiling. */
  @Post('attentions')
  @Requires('aid.propose')
  @Idempotent()
  attention(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordAttentionRequest,
  ): Promise<AidProposedResponse> {
    return this.proposals.attention(actor, id, body);
  }

  /** A request in preparation. */
  @Post('aid')
  @Requires('aid.propose')
  @Idempotent()
  propose(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ProposeAidRequest,
  ): Promise<AidProposedResponse> {
    return this.proposals.propose(actor, id, body);
  }
}
