import { CaseAction, CaseMember, CasePerson, TimelineEntry } from './case-contents.entity';
import { Case } from './case.entity';

export const caseEntities = [Case, CaseMember, CasePerson, CaseAction, TimelineEntry] as const;
