import { Controller, Delete, HttpCode, Put } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id } from '../../../platform/http/decorators';
import { Presence } from './presence';

export class OnlookerResponse {
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty() displayName: string;
}

export class PresenceResponse {
  @ApiProperty({ type: [OnlookerResponse] }) items: OnlookerResponse[];
}

/** Who else looks at a case: said every 20 seconds while it is open, forgotten by itself. */
@ApiTags('cases')
@Controller('cases/:id/presence')
export class PresenceController {
  constructor(private readonly presence: Presence) {}

  /** Says that the reader looks at the case, and answers who else does. */
  @Put()
  @Requires('case.read')
  look(@CurrentActor() actor: Actor, @Id() id: string): Promise<PresenceResponse> {
    return this.presence.look(actor, id);
  }

  @Delete()
  @HttpCode(204)
  @Requires('case.read')
  leave(@CurrentActor() actor: Actor, @Id() id: string): void {
    this.presence.leave(actor, id);
  }
}
