import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { EndRole } from '../staff/end-role';
import { GrantRole } from '../staff/grant-role';
import { EndRoleRequest, GrantRoleRequest } from './dto/staff.request';
import { RoleResponse } from './dto/staff.response';

@ApiTags('network')
@Controller('staff-roles')
export class StaffRolesController {
  constructor(
    private readonly grantRole: GrantRole,
    private readonly endRole: EndRole,
  ) {}

  /** Gives an account a role at a post, or at headquarters, between two instants. */
  @Post()
  @Requires('account.manage')
  @Idempotent()
  @ApiCreatedResponse({ type: RoleResponse })
  grant(@CurrentActor() actor: Actor, @Body() body: GrantRoleRequest): Promise<RoleResponse> {
    return this.grantRole.run(actor, body);
  }

  /** Ends a role, now or at a later instant. */
  @Post(':id/end')
  @HttpCode(200)
  @Requires('account.manage')
  @ApiOkResponse({ type: RoleResponse })
  end(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: EndRoleRequest,
  ): Promise<RoleResponse> {
    return this.endRole.run(actor, id, body);
  }
}
