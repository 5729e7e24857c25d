import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, SignedIn } from '../../../platform/access/decorators';
import { Posts } from '../posts/posts';
import { RegionsResponse } from './dto/post.response';

@ApiTags('network')
@Controller('regions')
export class RegionsController {
  constructor(private readonly posts: Posts) {}

  /** The regions into which headquarters divides the world. */
  @Get()
  @SignedIn()
  @ApiOkResponse({ type: RegionsResponse })
  list(@CurrentActor() actor: Actor): Promise<RegionsResponse> {
    return this.posts.regions(actor);
  }
}
