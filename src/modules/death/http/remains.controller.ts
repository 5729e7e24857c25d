import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { KeptFactResponse } from '../../obligations';
import { Arrival } from '../acts/arrival';
import { RemainsDocuments } from '../acts/documents';
import { Remains } from '../acts/remains';
import { RecordRemainsDocumentRequest } from './dto/kin.requests';
import {
  DecideRemainsRequest,
  RecordLegRequest,
  RecordPermitRequest,
  RecordQuoteRequest,
  RecordReceptionRequest,
  RecordRestRequest,
} from './dto/remains.requests';

/** Documents, decision, funeral home, transport, and rest of the remains. */
@ApiTags('death-cases')
@Controller('death-cases/:id')
export class RemainsController {
  constructor(
    private readonly documents: RemainsDocuments,
    private readonly remains: Remains,
    private readonly arrival: Arrival,
  ) {}

  /** Obtained, not applicable with its reason, or pending again. */
  @Post('documents')
  @Requires('case.edit')
  @Idempotent()
  recordDocument(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordRemainsDocumentRequest,
  ): Promise<KeptFactResponse> {
    return this.documents.record(actor, id, body);
  }

  /** The family’s decision: a later one takes its place. */
  @Post('remains-decisions')
  @Requires('case.edit')
  @Idempotent()
  decide(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: DecideRemainsRequest,
  ): Promise<KeptFactResponse> {
    return this.remains.decide(actor, id, body);
  }

  @Post('funeral-quotes')
  @Requires('case.edit')
  @Idempotent()
  quote(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordQuoteRequest,
  ): Promise<KeptFactResponse> {
    return this.remains.quote(actor, id, body);
  }

  /** At most one is chosen. */
  @Post('funeral-quotes/:quote/choice')
  @Requires('case.edit')
  @Idempotent()
  choose(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('quote') quote: string,
  ): Promise<KeptFactResponse> {
    return this.remains.choose(actor, id, quote);
  }

  /** The next leg, in the order of instants. */
  @Post('transport-legs')
  @Requires('case.edit')
  @Idempotent()
  leg(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordLegRequest,
  ): Promise<KeptFactResponse> {
    return this.remains.leg(actor, id, body);
  }

  @Post('transport-legs/:leg/cancellation')
  @Requires('case.edit')
  @Idempotent()
  cancelLeg(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('leg') leg: string,
  ): Promise<KeptFactResponse> {
    return this.remains.cancelLeg(actor, id, leg);
  }

  @Post('transit-permits')
  @Requires('case.edit')
  @Idempotent()
  permit(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordPermitRequest,
  ): Promise<KeptFactResponse> {
    return this.arrival.permit(actor, id, body);
  }

  /** Who receives the remains in Peru. */
  @Post('receptions')
  @Requires('case.edit')
  @Idempotent()
  receive(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordReceptionRequest,
  ): Promise<KeptFactResponse> {
    return this.arrival.receive(actor, id, body);
  }

  /** Where the remains rest, there or in Peru. */
  @Post('resting-places')
  @Requires('case.edit')
  @Idempotent()
  rest(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordRestRequest,
  ): Promise<KeptFactResponse> {
    return this.arrival.rest(actor, id, body);
  }
}
