import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires, SignedIn } from '../../../platform/access/decorators';
import { Id, Idempotent, IfMatch } from '../../../platform/http/decorators';
import { DeclareCalendarDay } from '../calendars/declare-calendar-day';
import { ShowCalendar } from '../calendars/show-calendar';
import { EditPost } from '../posts/edit-post';
import { Posts } from '../posts/posts';
import { EndSubrogation } from '../staff/end-subrogation';
import { ListStaff } from '../staff/list-staff';
import { Subrogate } from '../staff/subrogate';
import { CalendarDayRequest, CalendarQuery } from './dto/calendar.request';
import { CalendarDayResponse, CalendarResponse } from './dto/calendar.response';
import { EditPostRequest, PostsQuery, RoutingQuery } from './dto/post.request';
import { PostPageResponse, PostResponse, PostsResponse } from './dto/post.response';
import { EndSubrogationRequest, SubrogationRequest } from './dto/staff.request';
import { DatedRolesResponse, StaffResponse, SubrogationResponse } from './dto/staff.response';

@ApiTags('network')
@Controller('posts')
export class PostsController {
  constructor(
    private readonly posts: Posts,
    private readonly editPost: EditPost,
    private readonly listStaff: ListStaff,
    private readonly subrogate: Subrogate,
    private readonly endSubrogation: EndSubrogation,
    private readonly showCalendar: ShowCalendar,
    private readonly declareDay: DeclareCalendarDay,
  ) {}

  /** The posts of the network, by code. */
  @Get()
  @SignedIn()
  @ApiOkResponse({ type: PostPageResponse })
  list(@CurrentActor() actor: Actor, @Query() query: PostsQuery): Promise<PostPageResponse> {
    return this.posts.list(actor, query);
  }

  /** The posts competent for a country and subdivision; none means headquarters. */
  @Get('routing')
  @SignedIn()
  @ApiOkResponse({ type: PostsResponse })
  route(@CurrentActor() actor: Actor, @Query() query: RoutingQuery): Promise<PostsResponse> {
    return this.posts.competentFor(actor, query.country, query.subdivision ?? null);
  }

  @Get(':id')
  @SignedIn()
  @ApiOkResponse({ type: PostResponse })
  get(@CurrentActor() actor: Actor, @Id() id: string): Promise<PostResponse> {
    return this.posts.get(actor, id);
  }

  @Patch(':id')
  @Requires('post.manage')
  @ApiOkResponse({ type: PostResponse })
  edit(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: EditPostRequest,
  ): Promise<PostResponse> {
    return this.editPost.run(actor, id, version, body);
  }

  /** Who serves at the post now, acting heads included. */
  @Get(':id/staff')
  @SignedIn()
  @ApiOkResponse({ type: StaffResponse })
  staff(@CurrentActor() actor: Actor, @Id() id: string): Promise<StaffResponse> {
    return this.listStaff.run(actor, id);
  }

  /** Roles, temporary designations and subrogations that run at the post or are to come. */
  @Get(':id/dated-roles')
  @SignedIn()
  @ApiOkResponse({ type: DatedRolesResponse })
  datedRoles(@CurrentActor() actor: Actor, @Id() id: string): Promise<DatedRolesResponse> {
    return this.listStaff.dated(actor, id);
  }

  /** Gives an acting head the powers of the head of post between two instants (RC art. 37). */
  @Post(':id/subrogations')
  @Requires('post.manage')
  @Idempotent()
  @ApiCreatedResponse({ type: SubrogationResponse })
  takeOver(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: SubrogationRequest,
  ): Promise<SubrogationResponse> {
    return this.subrogate.run(actor, id, body);
  }

  /** Takes the head's powers back before their date. */
  @Post(':id/subrogations/:subrogationId/end')
  @HttpCode(200)
  @Requires('post.manage')
  @ApiOkResponse({ type: SubrogationResponse })
  handBack(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('subrogationId') subrogationId: string,
    @Body() body: EndSubrogationRequest,
  ): Promise<SubrogationResponse> {
    return this.endSubrogation.run(actor, id, subrogationId, body.reason);
  }

  /** Which days the post works. */
  @Get(':id/calendar')
  @SignedIn()
  @ApiOkResponse({ type: CalendarResponse })
  calendar(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() query: CalendarQuery,
  ): Promise<CalendarResponse> {
    return this.showCalendar.run(actor, id, query.from, query.to);
  }

  /** Declares that the post works or rests on a day, against its host country's calendar. */
  @Post(':id/calendar-days')
  @Requires('post.manage')
  @Idempotent()
  @ApiCreatedResponse({ type: CalendarDayResponse })
  declareCalendarDay(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: CalendarDayRequest,
  ): Promise<CalendarDayResponse> {
    return this.declareDay.run(actor, id, body);
  }
}
