export { ASSESSMENT_CONCLUSIONS, type AssessmentConclusion } from './domain/assessment-conclusion';
export { DUTY_STATES, openDuty, type Duty, type DutyPlanner, type DutyState } from './domain/duty';
export type { CommonDutyPlanner, FactsSource, Milestones } from './domain/duty';
export {
  contactMilestones,
  daysOf,
  dutiesOn,
  dutyBefore,
  followUpsUntilSafe,
  inDutyOrder,
  inOrder,
  isContact,
  later,
  metBy,
  metByFact,
  planFirstContact,
  type ContactFact,
  type Contacted,
  type DutyEnd,
  type OpenDuty,
} from './domain/duty-shapes';
export { dueAt, type DurationRule } from './domain/duration-rule';
export type { WorkingCalendar } from './domain/local-days';
export { allDuties } from './domain/generic-duties';
export { durationOf, type Policy, type PolicyContent } from './domain/policy';
export { visitIntervalDays, type VisitSituation } from './domain/visit-interval';
export { obligationsEntities } from './entities';
export { FamilyOpening, type FirstFacts, type OpenedCase, type Opening } from './family-opening';
export { FamilyTools, FamilyWork, type FamilyFile, type RecordedFact } from './family-work';
export {
  EntryOfCaseResponse,
  FirstDutyResponse,
  KeptFactResponse,
  OpenedCaseResponse,
} from './http/dto/family-case.responses';
export { OpenFamilyCaseRequest } from './http/dto/open-family-case.request';
export { ListObligations, type ObligationView } from './ledger/list-obligations';
export { obligationsMessages } from './messages';
export {
  DailyProofModule,
  FamilyOpeningModule,
  ObligationLedgerModule,
  ObligationsModule,
} from './obligations.module';
export { Obligations } from './planning/obligations';
export type { CasePlan, CaseProjection } from './planning/plan-writer';
export { SnoozeCase } from './snooze/snooze-case';
export type { Snoozes } from './snooze/snooze-rules';
export { DailyProof, type ProofState } from './proof/daily-proof';
export { AskReplanning } from './replanning/ask-replanning';
export { FullSight } from './planning/full-sight';
