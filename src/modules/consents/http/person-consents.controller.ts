import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id } from '../../../platform/http/decorators';
import { RecordConsent } from '../record-consent';
import { ConsentListResponse } from './dto/consent.responses';

@ApiTags('consents')
@Controller('people/:id/consents')
export class PersonConsentsController {
  constructor(private readonly consents: RecordConsent) {}

  /** What a person said in any case within reach, whichever of their records it was written for. */
  @Get()
  @Requires('person.read')
  list(@CurrentActor() actor: Actor, @Id() id: string): Promise<ConsentListResponse> {
    return this.consents.listOfPerson(actor, id);
  }
}
