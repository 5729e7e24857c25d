export { CaseFilesModule, CasesModule } from './cases.module';
export { CaseAction, CaseMember, CasePerson, TimelineEntry } from './case-contents.entity';
export { CaseFiles, type NewCase } from './case-files';
export {
  CaseRegistry,
  type CaseChange,
  type CaseFamily,
  type CaseListener,
  type CasePanel,
  type ChecklistItem,
  type MyDaySection,
} from './case-registry';
export { Case } from './case.entity';
export { caseEntities } from './case.entities';
export { casesMessages } from './messages';
export { Numbers } from './numbers';
export { protectedTextData, revealed, Timeline, type NewEntry } from './timeline';
export { assertOpen, isOpen } from './domain/case-transitions';
export {
  INTAKE_CHANNELS,
  OUTCOMES,
  PRIORITIES,
  type CaseStatus,
  type IntakeChannel,
  type Outcome,
  type PersonRole,
  type Priority,
  type Tier,
} from './domain/case-vocabulary';
