export { openDuty, type Duty, type DutyPlanner, type DutyState } from './domain/duty';
export type { FactsSource, Milestones } from './domain/duty';
export { dueAt, type DurationRule } from './domain/duration-rule';
export type { WorkingCalendar } from './domain/local-days';
export { durationOf, type Policy, type PolicyContent } from './domain/policy';
export { visitIntervalDays, type VisitSituation } from './domain/visit-interval';
export { obligationsEntities } from './entities';
export { ObligationLedgerModule } from './obligations.module';
export { Obligations } from './planning/obligations';
