import {
  CaseAction,
  CaseMember,
  CasePerson,
  CaseReference,
  TimelineEntry,
} from './case-contents.entity';
import { Case } from './case.entity';
import { ContactAttempt } from './contact-attempt.entity';

export const caseEntities = [
  Case,
  CaseMember,
  CasePerson,
  CaseAction,
  CaseReference,
  ContactAttempt,
  TimelineEntry,
] as const;
