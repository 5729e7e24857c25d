import {
  CaseAction,
  CaseBar,
  CaseMember,
  CasePerson,
  CaseReference,
  TimelineEntry,
} from './case-contents.entity';
import { Case } from './case.entity';
import { ContactAttempt } from './contact-attempt.entity';
import { CaseEvent, CaseLink } from './links/case-link.entity';
import { PostTag } from './tags/post-tag.entity';

export const caseEntities = [
  ...[Case, CaseBar, CaseMember, CasePerson, CaseAction, CaseReference, TimelineEntry],
  ...[ContactAttempt, CaseLink, CaseEvent, PostTag],
] as const;
