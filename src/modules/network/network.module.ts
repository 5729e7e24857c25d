import { Global, Module } from '@nestjs/common';
import { CalendarChanges } from './calendars/calendar-changes';
import { DeclareCalendarDay } from './calendars/declare-calendar-day';
import { PostCalendars } from './calendars/post-calendars';
import { ShowCalendar } from './calendars/show-calendar';
import { CountriesController } from './http/countries.controller';
import { PostsController } from './http/posts.controller';
import { RegionsController } from './http/regions.controller';
import { StaffRolesController } from './http/staff-roles.controller';
import { ImportNetwork } from './import/import-network';
import { SaveJurisdictions } from './import/save-jurisdictions';
import { SavePosts } from './import/save-posts';
import { EditPost } from './posts/edit-post';
import { Posts } from './posts/posts';
import { EndRole } from './staff/end-role';
import { EndSubrogation } from './staff/end-subrogation';
import { GrantRole } from './staff/grant-role';
import { ListStaff } from './staff/list-staff';
import { SeparationOfDuties } from './staff/separation-of-duties';
import { Staff } from './staff/staff';
import { Subrogate } from './staff/subrogate';
import { Subdivisions } from './subdivisions/subdivisions';

/** Posts, districts, calendars and staff, for every process. */
@Global()
@Module({
  providers: [
    ...[Posts, EditPost],
    ...[PostCalendars, ShowCalendar, DeclareCalendarDay, CalendarChanges],
    ...[Staff, ListStaff, GrantRole, EndRole, Subrogate, EndSubrogation, SeparationOfDuties],
    ...[ImportNetwork, SavePosts, SaveJurisdictions, Subdivisions],
  ],
  exports: [
    ...[Posts, EditPost, PostCalendars, ShowCalendar, DeclareCalendarDay],
    ...[Staff, ListStaff, GrantRole, EndRole, Subrogate, EndSubrogation, ImportNetwork],
    Subdivisions,
  ],
})
export class NetworkModule {}

/** The routes; only the API imports it. */
@Module({
  imports: [NetworkModule],
  controllers: [PostsController, RegionsController, CountriesController, StaffRolesController],
})
export class NetworkHttpModule {}
