import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, SignedIn } from '../../../platform/access/decorators';
import { Id } from '../../../platform/http/decorators';
import { Inbox } from '../inbox';
import { NoticePreferencesRequest, NoticesQuery } from './notices.dto';

/** The reader's own notices. */
@ApiTags('notices')
@Controller('notices')
export class NoticesController {
  constructor(private readonly inbox: Inbox) {}

  @Get()
  @SignedIn()
  list(@CurrentActor() actor: Actor, @Query() query: NoticesQuery) {
    return this.inbox.list(actor, query);
  }

  @Get('preferences')
  @SignedIn()
  preferences(@CurrentActor() actor: Actor) {
    return this.inbox.preferences(actor);
  }

  @Put('preferences')
  @SignedIn()
  prefer(@CurrentActor() actor: Actor, @Body() body: NoticePreferencesRequest) {
    return this.inbox.prefer(actor, body);
  }

  @Post(':id/read')
  @HttpCode(204)
  @SignedIn()
  read(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.inbox.markRead(actor, id);
  }
}
