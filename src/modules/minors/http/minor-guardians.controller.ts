import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent, IfMatch } from '../../../platform/http/decorators';
import { KeptFactResponse } from '../../obligations';
import { Guardianships } from '../acts/guardianships';
import { TravelAuthorisations } from '../acts/travel';
import {
  ClaimGuardianshipRequest,
  DecideGuardianshipRequest,
  RecordAuthorisationRequest,
  RevokeAuthorisationRequest,
  RevokeGuardianshipRequest,
} from './dto/guardian.requests';
import { KeptGuardianshipResponse } from './dto/minor-recorded.responses';

/** Who answers for the child, and what lets the child travel. */
@ApiTags('minor-cases')
@Controller('minor-cases/:id')
export class MinorGuardiansController {
  constructor(
    private readonly guardianships: Guardianships,
    private readonly authorisations: TravelAuthorisations,
  ) {}

  /** Somebody who says that they answer for the child, with their paper; nobody is told before it is verified. */
  @Post('guardianships')
  @Requires('case.edit')
  @Idempotent()
  claim(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ClaimGuardianshipRequest,
  ): Promise<KeptGuardianshipResponse> {
    return this.guardianships.claim(actor, id, body);
  }

  @Post('guardianships/:guardianship/decision')
  @Requires('case.edit')
  @Idempotent()
  decide(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('guardianship') guardianship: string,
    @IfMatch() expected: number,
    @Body() body: DecideGuardianshipRequest,
  ): Promise<KeptGuardianshipResponse> {
    return this.guardianships.decide(actor, id, guardianship, expected, body);
  }

  /** It counts no longer, from now on. */
  @Post('guardianships/:guardianship/revocation')
  @Requires('case.edit')
  @Idempotent()
  revoke(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('guardianship') guardianship: string,
    @IfMatch() expected: number,
    @Body() body: RevokeGuardianshipRequest,
  ): Promise<KeptGuardianshipResponse> {
    return this.guardianships.revoke(actor, id, guardianship, expected, body);
  }

  @Post('travel-authorisations')
  @Requires('case.edit')
  @Idempotent()
  authorise(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordAuthorisationRequest,
  ): Promise<KeptFactResponse> {
    return this.authorisations.record(actor, id, body);
  }

  @Post('travel-authorisations/:authorisation/revocation')
  @Requires('case.edit')
  @Idempotent()
  takeBack(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('authorisation') authorisation: string,
    @Body() body: RevokeAuthorisationRequest,
  ): Promise<KeptFactResponse> {
    return this.authorisations.revoke(actor, id, authorisation, body);
  }
}
