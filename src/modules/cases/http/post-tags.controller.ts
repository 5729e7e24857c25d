import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { PostTags } from '../tags/post-tags';
import { TagCase } from '../tags/tag-case';
import { CreatedResponse } from './dto/case.responses';
import { AddTagRequest, TagCaseRequest } from './dto/tag.request';
import { TagChangeResponse, TagListResponse } from './dto/tag.response';

/** Each post's own words to sort its cases by. */
@ApiTags('tags')
@Controller()
export class PostTagsController {
  constructor(
    private readonly tags: PostTags,
    private readonly tagCase: TagCase,
  ) {}

  @Get('posts/:id/tags')
  @Requires('case.read')
  list(@CurrentActor() actor: Actor, @Id() id: string): Promise<TagListResponse> {
    return this.tags.list(actor, id);
  }

  @Post('posts/:id/tags')
  @Requires('tag.manage')
  @Idempotent()
  add(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AddTagRequest,
  ): Promise<CreatedResponse> {
    return this.tags.add(actor, id, body);
  }

  /** Offers the tag no longer; cases that bear it keep it. */
  @Post('tags/:id/retirement')
  @HttpCode(204)
  @Requires('tag.manage')
  retire(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.tags.retire(actor, id);
  }

  /** Puts tags on a case and takes them off; what is already so is no fault. */
  @Post('cases/:id/tags')
  @HttpCode(200)
  @Requires('case.edit')
  tag(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: TagCaseRequest,
  ): Promise<TagChangeResponse> {
    return this.tagCase.run(actor, id, body);
  }
}
