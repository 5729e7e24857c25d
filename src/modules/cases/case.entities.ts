import {
  CaseAction,
  CaseMember,
  CasePerson,
  CaseReference,
  TimelineEntry,
} from './case-contents.entity';
import { Case } from './case.entity';

export const caseEntities = [
  Case,
  CaseMember,
  CasePerson,
  CaseAction,
  CaseReference,
  TimelineEntry,
] as const;
