import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { CaseLinks } from '../links/case-links';
import { CreatedResponse } from './dto/case.responses';
import { EndLinkRequest, LinkCaseRequest } from './dto/link.request';
import { LinksResponse } from './dto/link.response';

/** Cases of one event or one family. Whoever may not see one end sees no link. */
@ApiTags('cases')
@Controller('cases/:id/links')
export class CaseLinksController {
  constructor(private readonly links: CaseLinks) {}

  @Get()
  @Requires('case.read')
  list(@CurrentActor() actor: Actor, @Id() id: string): Promise<LinksResponse> {
    return this.links.list(actor, id);
  }

  @Post()
  @Requires('case.edit')
  @Idempotent()
  add(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: LinkCaseRequest,
  ): Promise<CreatedResponse> {
    return this.links.add(actor, id, body);
  }

  @Post(':linkId/ending')
  @HttpCode(204)
  @Requires('case.edit')
  end(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('linkId') linkId: string,
    @Body() body: EndLinkRequest,
  ): Promise<void> {
    return this.links.end(actor, id, linkId, body);
  }
}
