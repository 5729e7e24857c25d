import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id } from '../../../platform/http/decorators';
import { CaseQueries } from '../case-queries';
import { MyDay } from '../my-day';
import { PersonCasesResponse } from './dto/case.responses';

@ApiTags('cases')
@Controller()
export class MyDayController {
  constructor(
    private readonly myDay: MyDay,
    private readonly queries: CaseQueries,
  ) {}

  /** What the reader's day holds: new intakes, and a part from each module (duties, hearings). */
  @Get('my-day')
  @Requires('case.read')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: { type: 'array' } } })
  show(@CurrentActor() actor: Actor): Promise<Record<string, readonly unknown[]>> {
    return this.myDay.show(actor);
  }

  /** A person's cases that the reader may see. */
  @Get('people/:id/cases')
  @Requires('case.read')
  ofPerson(@CurrentActor() actor: Actor, @Id() id: string): Promise<PersonCasesResponse> {
    return this.queries.ofPerson(actor, id);
  }
}
