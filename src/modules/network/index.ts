export {
  addBusinessDays,
  businessCalendar,
  dayKey,
  isPeruvianHoliday,
  nextWorkingDay,
  previousWorkingDay,
  workingDayOnOrBefore,
  type BusinessCalendar,
  type CalendarSource,
} from './domain/business-calendar';
export { HEADQUARTERS_CODE, POST_KIND_LABELS, POST_KINDS, type PostKind } from './domain/post-kind';
export { STAFF_ROLE_LABELS, STAFF_ROLES, type StaffRole } from './domain/staff-role';
export { PostCalendars } from './calendars/post-calendars';
