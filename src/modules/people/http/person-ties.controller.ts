import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { Aliases } from '../aliases';
import { ContactRestrictions } from '../contact-restrictions';
import { Guardians } from '../guardians';
import { PersonTies } from '../person-ties';
import { Relations } from '../relations';
import {
  AliasRequest,
  EndTieRequest,
  GuardianRequest,
  PersonReasonRequest,
  RelationRequest,
  RestrictContactRequest,
  WithdrawAliasRequest,
} from './dto/ties.request';
import { PersonTiesResponse, TieResponse } from './dto/ties.response';

@ApiTags('people')
@Controller('people/:id')
export class PersonTiesController {
  constructor(
    private readonly ties: PersonTies,
    private readonly aliases: Aliases,
    private readonly relations: Relations,
    private readonly guardians: Guardians,
    private readonly restrictions: ContactRestrictions,
  ) {}

  /** Other names, family, guardians and "do not contact" of a person; looking is recorded. */
  @Get('ties')
  @Requires('person.read')
  @ApiOkResponse({ type: PersonTiesResponse })
  show(@CurrentActor() actor: Actor, @Id() id: string): Promise<PersonTiesResponse> {
    return this.ties.show(actor, id);
  }

  @Post('aliases')
  @Requires('person.edit')
  @Idempotent()
  @ApiCreatedResponse({ type: TieResponse })
  addAlias(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AliasRequest,
  ): Promise<TieResponse> {
    return this.aliases.add(actor, id, body);
  }

  @Post('aliases/:aliasId/withdrawal')
  @Requires('person.edit')
  @Idempotent()
  @ApiCreatedResponse({ type: TieResponse })
  withdrawAlias(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('aliasId') aliasId: string,
    @Body() body: WithdrawAliasRequest,
  ): Promise<TieResponse> {
    return this.aliases.withdraw(actor, id, aliasId, body.reason);
  }

  /** Ties the person to another; read from both ends. */
  @Post('relations')
  @Requires('person.edit')
  @Idempotent()
  @ApiCreatedResponse({ type: TieResponse })
  addRelation(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RelationRequest,
  ): Promise<TieResponse> {
    return this.relations.add(actor, id, body);
  }

  @Post('relations/:relationId/ending')
  @Requires('person.edit')
  @Idempotent()
  @ApiCreatedResponse({ type: TieResponse })
  endRelation(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('relationId') relationId: string,
    @Body() body: EndTieRequest,
  ): Promise<TieResponse> {
    return this.relations.end(actor, id, relationId, body.until);
  }

  /** The tie was entered by mistake. */
  @Post('relations/:relationId/withdrawal')
  @Requires('person.edit')
  @Idempotent()
  @ApiCreatedResponse({ type: TieResponse })
  withdrawRelation(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('relationId') relationId: string,
  ): Promise<TieResponse> {
    return this.relations.withdraw(actor, id, relationId);
  }

  /** Who acts in law for a minor or a person without full capacity. */
  @Post('guardians')
  @Requires('person.edit')
  @Idempotent()
  @ApiCreatedResponse({ type: TieResponse })
  addGuardian(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: GuardianRequest,
  ): Promise<TieResponse> {
    return this.guardians.add(actor, id, body);
  }

  @Post('guardians/:guardianshipId/ending')
  @Requires('person.edit')
  @Idempotent()
  @ApiCreatedResponse({ type: TieResponse })
  endGuardian(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('guardianshipId') guardianshipId: string,
    @Body() body: EndTieRequest,
  ): Promise<TieResponse> {
    return this.guardians.end(actor, id, guardianshipId, body.until);
  }

  /** The guardian was entered by mistake. */
  @Post('guardians/:guardianshipId/withdrawal')
  @Requires('person.edit')
  @Idempotent()
  @ApiCreatedResponse({ type: TieResponse })
  withdrawGuardian(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('guardianshipId') guardianshipId: string,
  ): Promise<TieResponse> {
    return this.guardians.withdraw(actor, id, guardianshipId);
  }

  /** "Do not contact", from now on. */
  @Post('contact-restrictions')
  @Requires('person.edit')
  @Idempotent()
  @ApiCreatedResponse({ type: TieResponse })
  restrict(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RestrictContactRequest,
  ): Promise<TieResponse> {
    return this.restrictions.add(actor, id, body);
  }

  @Post('contact-restrictions/:restrictionId/lifting')
  @Requires('person.edit')
  @Idempotent()
  @ApiCreatedResponse({ type: TieResponse })
  lift(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('restrictionId') restrictionId: string,
    @Body() body: PersonReasonRequest,
  ): Promise<TieResponse> {
    return this.restrictions.lift(actor, id, restrictionId, body.reason);
  }
}
