import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { KeptFactResponse } from '../../obligations';
import { AssessInterests } from '../acts/assess-interests';
import { Situations } from '../acts/situations';
import { MinorPanel } from '../minor-panel';
import {
  AssessInterestsRequest,
  RecordComingOfAgeRequest,
  RecordSituationRequest,
} from './dto/child.requests';
import { MinorCaseResponse } from './dto/minor-case.response';
import { AssessedInterestsResponse } from './dto/minor-recorded.responses';

/** The child of a case: with whom they are, what serves them best, coming of age. */
@ApiTags('minor-cases')
@Controller('minor-cases/:id')
export class MinorChildController {
  constructor(
    private readonly panel: MinorPanel,
    private readonly situations: Situations,
    private readonly interests: AssessInterests,
  ) {}

  /** The family’s part of one case, in the reader’s scope. */
  @Get()
  @Requires('case.read')
  show(@CurrentActor() actor: Actor, @Id() id: string): Promise<MinorCaseResponse> {
    return this.panel.show(actor, id);
  }

  /** With whom the child is now; the newest entry holds. */
  @Post('situations')
  @Requires('case.edit')
  @Idempotent()
  situate(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordSituationRequest,
  ): Promise<KeptFactResponse> {
    return this.situations.record(actor, id, body);
  }

  /** Answers to the instrument in force, the child’s opinion, and the course that serves them best. */
  @Post('interest-assessments')
  @Requires('case.edit')
  @Idempotent()
  assess(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AssessInterestsRequest,
  ): Promise<AssessedInterestsResponse> {
    return this.interests.run(actor, id, body);
  }

  /** What follows once the child is of age. */
  @Post('coming-of-age')
  @Requires('case.edit')
  @Idempotent()
  comeOfAge(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordComingOfAgeRequest,
  ): Promise<KeptFactResponse> {
    return this.situations.comeOfAge(actor, id, body);
  }
}
