import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Idempotent } from '../../../platform/http/decorators';
import { OpenedCaseResponse } from '../../obligations';
import { OpenMinorCase } from '../open-minor-case';
import { OpenMinorCaseRequest } from './dto/open-minor-case.request';

/** Opening the case of a child or adolescent. */
@ApiTags('minor-cases')
@Controller('minor-cases')
export class MinorCasesController {
  constructor(private readonly opening: OpenMinorCase) {}

  /** Opens a restricted case; an adult is refused (422 NOT_A_MINOR). */
  @Post()
  @Requires('case.register')
  @Idempotent()
  open(
    @CurrentActor() actor: Actor,
    @Body() body: OpenMinorCaseRequest,
  ): Promise<OpenedCaseResponse> {
    return this.opening.run(actor, body);
  }
}
