import { CaseAction, CaseMember, CasePerson, TimelineEntry } from './case-contents.entity';
import { Case } from './case.entity';
import { ContactAttempt } from './contact-attempt.entity';

export const caseEntities = [
  Case,
  CaseMember,
  CasePerson,
  CaseAction,
  TimelineEntry,
  ContactAttempt,
] as const;
