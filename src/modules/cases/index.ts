export { CaseFilesModule, CasesModule } from './cases.module';
export { AssignCase, type Holding } from './assign-case';
export { CaseQueries } from './case-queries';
export { CaseLinks } from './links/case-links';
export { QUEUE_VIEWS, type QueueView } from './case.statements';
export { FirstCircleRequest } from './http/dto/circle.requests';
export { ListCasesQuery } from './http/dto/case.requests';
export { CaseRowResponse } from './http/dto/case.responses';
export { caseRows } from './case.statements';
export { toRow, type CaseRecord, type CaseRow } from './case.views';
export { ChangeStatus } from './change-status';
export { TagCase, type TagChange } from './tags/tag-case';
export { WakeCase } from './wake-case';
export { CaseAction, CaseMember, CasePerson, TimelineEntry } from './case-contents.entity';
export { Assignees } from './assignees';
export { CaseFiles, type NewCase } from './case-files';
export { BarAggressor } from './bar-aggressor';
export { Bars } from './bars';
export { partsOf } from './case-parts';
export {
  CaseRegistry,
  type AddedNote,
  type CaseChange,
  type CaseFamily,
  type CaseVocabulary,
  type CaseListener,
  type CaseSealer,
  type CasePanel,
  type ChecklistItem,
  type MyDaySection,
  type WayOut,
  type WayOutGuard,
} from './case-registry';
export { Case } from './case.entity';
export { caseEntities } from './case.entities';
export { casesMessages } from './messages';
export { Numbers } from './numbers';
export { freeText, protectedTextData, revealed, Timeline, type NewEntry } from './timeline';
export { assertOpen, isOpen } from './domain/case-transitions';
export {
  CASE_STATUSES,
  INTAKE_CHANNELS,
  TIERS,
  OUTCOMES,
  OUTCOMES_OF_CARE,
  PERSON_ROLES,
  PRIORITIES,
  type CaseStatus,
  type IntakeChannel,
  type Outcome,
  type PersonRole,
  type Priority,
  type Tier,
} from './domain/case-vocabulary';
