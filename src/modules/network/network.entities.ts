import { PostCalendarDay } from './calendars/post-calendar-day.entity';
import { Jurisdiction } from './posts/jurisdiction.entity';
import { Post } from './posts/post.entity';
import { StaffRoleGrant } from './staff/staff-role.entity';
import { Subrogation } from './staff/subrogation.entity';

export const networkEntities = [Post, Jurisdiction, PostCalendarDay, StaffRoleGrant, Subrogation];
