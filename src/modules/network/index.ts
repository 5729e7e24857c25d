export { NetworkHttpModule, NetworkModule } from './network.module';
export { networkEntities } from './network.entities';
export { networkMessages } from './messages';

export {
  businessCalendar,
  dayKey,
  isPeruvianHoliday,
  type BusinessCalendar,
  type CalendarSource,
} from './domain/business-calendar';
export { isLanguage } from './domain/languages';
export { HEADQUARTERS_CODE, POST_KIND_LABELS, POST_KINDS, type PostKind } from './domain/post-kind';
export { ROLE_PERMISSIONS, type Permission } from './domain/permissions';
export { STAFF_ROLE_LABELS, STAFF_ROLES, type StaffRole } from './domain/staff-role';

export { PostCalendars } from './calendars/post-calendars';
export { ApplyCalendar } from './jobs/network.jobs';
export { Post } from './posts/post.entity';
export { Posts, type PostView } from './posts/posts';
export { EndSubrogation } from './staff/end-subrogation';
export { GrantRole, type RoleInput } from './staff/grant-role';
export { Staff, type StaffMember } from './staff/staff';
export { Subdivisions } from './subdivisions/subdivisions';
export { Subrogate, type SubrogationInput } from './staff/subrogate';

export { ImportNetwork, type ImportResult } from './import/import-network';
export { importNetwork } from './import/network-import.command';
export { starterFiles } from './import/starter-files';
