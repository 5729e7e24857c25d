import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent, IfMatch } from '../../../platform/http/decorators';
import { CaseBars } from '../case-bars';
import { CaseCircle } from '../case-circle';
import { ChangeTier } from '../change-tier';
import { CreatedResponse } from './dto/case.responses';
import {
  AddBarRequest,
  AddMemberRequest,
  ChangeTierRequest,
  EndMemberRequest,
  LiftBarRequest,
} from './dto/circle.requests';
import { CandidateListResponse, CircleResponse, TierResponse } from './dto/circle.responses';

/** Who is admitted to a case, and how closed it is. */
@ApiTags('cases')
@Controller('cases/:id')
export class CircleController {
  constructor(
    private readonly circle: CaseCircle,
    private readonly bars: CaseBars,
    private readonly tier: ChangeTier,
  ) {}

  @Get('circle')
  @Requires('case.read')
  show(@CurrentActor() actor: Actor, @Id() id: string): Promise<CircleResponse> {
    return this.circle.show(actor, id);
  }

  /** Who could be admitted. */
  @Get('circle/candidates')
  @Requires('circle.manage')
  candidates(@CurrentActor() actor: Actor, @Id() id: string): Promise<CandidateListResponse> {
    return this.circle.candidates(actor, id);
  }

  @Post('members')
  @Requires('circle.manage')
  @Idempotent()
  add(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AddMemberRequest,
  ): Promise<CreatedResponse> {
    return this.circle.add(actor, id, body);
  }

  /** Whoever keeps the circle ends any membership; everyone may end their own. */
  @Post('members/:member/end')
  @HttpCode(200)
  @Requires('case.read')
  end(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('member') member: string,
    @Body() body: EndMemberRequest,
  ): Promise<CreatedResponse> {
    return this.circle.end(actor, id, member, body);
  }

  /** Keeps somebody of the staff out, whatever their office. */
  @Post('bars')
  @Requires('circle.manage')
  @Idempotent()
  bar(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AddBarRequest,
  ): Promise<CreatedResponse> {
    return this.bars.add(actor, id, body);
  }

  @Post('bars/:bar/lifting')
  @HttpCode(200)
  @Requires('circle.manage')
  liftBar(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('bar') bar: string,
    @Body() body: LiftBarRequest,
  ): Promise<CreatedResponse> {
    return this.bars.lift(actor, id, bar, body.reason);
  }

  /** Standard, restricted or sealed, with the reason. */
  @Post('tier')
  @HttpCode(200)
  @Requires('circle.manage')
  async changeTier(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: ChangeTierRequest,
  ): Promise<TierResponse> {
    return TierResponse.of(await this.tier.run(actor, id, version, body));
  }
}
