import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../platform/access/decorators';
import { About } from '../demonstration/about';
import { AboutResponse } from './dto/world.response';

@ApiTags('oversight')
@Controller('about')
export class AboutController {
  constructor(private readonly about: About) {}

  /** What a person should know of this installation before they sign in. */
  @Get()
  @Public('the sign-in page says whether the people in here are invented')
  @ApiOkResponse({ type: AboutResponse })
  show(): Promise<AboutResponse> {
    return this.about.show();
  }
}
