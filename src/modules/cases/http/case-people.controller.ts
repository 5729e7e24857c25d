import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { CasePeople } from '../case-people';
import { ContactAttempts } from '../contact-attempts';
import { AttemptsResponse, ContactAttemptRequest } from './dto/contact-attempts.dto';
import { CreatedResponse } from './dto/case.responses';

@ApiTags('cases')
@Controller()
export class CasePeopleController {
  constructor(
    private readonly people: CasePeople,
    private readonly attempts: ContactAttempts,
  ) {}

  /** The person's part in the case is over. */
  @Post('cases/:id/people/:partId/ending')
  @Requires('case.edit')
  @Idempotent()
  @ApiCreatedResponse({ type: CreatedResponse })
  end(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('partId') partId: string,
  ): Promise<CreatedResponse> {
    return this.people.end(actor, id, partId);
  }

  @Get('cases/:id/contact-attempts')
  @Requires('case.read')
  @ApiOkResponse({ type: AttemptsResponse })
  ofCase(@CurrentActor() actor: Actor, @Id() id: string): Promise<AttemptsResponse> {
    return this.attempts.ofCase(actor, id);
  }

  /** Somebody tried to reach a person of the case; refused where "do not contact" forbids it. */
  @Post('cases/:id/contact-attempts')
  @Requires('contact.record')
  @Idempotent()
  @ApiCreatedResponse({ type: CreatedResponse })
  record(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ContactAttemptRequest,
  ): Promise<CreatedResponse> {
    return this.attempts.record(actor, id, body);
  }

  /** Attempts to reach a person, in the cases that the reader may see. */
  @Get('people/:id/contact-attempts')
  @Requires('case.read')
  @ApiOkResponse({ type: AttemptsResponse })
  ofPerson(@CurrentActor() actor: Actor, @Id() id: string): Promise<AttemptsResponse> {
    return this.attempts.ofPerson(actor, id);
  }
}
