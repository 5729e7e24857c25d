import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { Disclosures } from '../disclosures';
import { RecordConsent } from '../record-consent';
import {
  RecordConsentRequest,
  RecordDisclosureRequest,
  WithdrawConsentRequest,
} from './dto/consent.requests';
import {
  ConsentListResponse,
  ConsentRecordedResponse,
  DisclosureListResponse,
} from './dto/consent.responses';

/** What persons said about sharing their data, and what was shared. */
@ApiTags('consents')
@Controller('cases/:id')
export class ConsentsController {
  constructor(
    private readonly consents: RecordConsent,
    private readonly disclosures: Disclosures,
  ) {}

  @Get('consents')
  @Requires('case.read')
  list(@CurrentActor() actor: Actor, @Id() id: string): Promise<ConsentListResponse> {
    return this.consents.list(actor, id);
  }

  /** A consent or a refusal, for one purpose and one recipient. */
  @Post('consents')
  @Requires('consent.record')
  @Idempotent()
  record(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordConsentRequest,
  ): Promise<ConsentRecordedResponse> {
    return this.consents.record(actor, id, body);
  }

  /** Ends a consent at once. */
  @Post('consents/:consent/withdrawal')
  @Requires('consent.record')
  @Idempotent()
  withdraw(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('consent') consent: string,
    @Body() body: WithdrawConsentRequest,
  ): Promise<ConsentRecordedResponse> {
    return this.consents.withdraw(actor, id, consent, body);
  }

  @Get('disclosures')
  @Requires('case.read')
  listDisclosures(@CurrentActor() actor: Actor, @Id() id: string): Promise<DisclosureListResponse> {
    return this.disclosures.list(actor, id);
  }

  /** Writes down what was shared outside the system. */
  @Post('disclosures')
  @Requires('disclosure.record')
  @Idempotent()
  recordDisclosure(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordDisclosureRequest,
  ): Promise<ConsentRecordedResponse> {
    return this.disclosures.enter(actor, id, body);
  }
}
