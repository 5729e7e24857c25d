import { CaseAction, CaseMember, CasePerson, TimelineEntry } from './case-contents.entity';
import { Case } from './case.entity';
import { CaseEvent, CaseLink } from './links/case-link.entity';
import { PostTag } from './tags/post-tag.entity';

export const caseEntities = [
  ...[Case, CaseMember, CasePerson, CaseAction, TimelineEntry],
  ...[CaseLink, CaseEvent, PostTag],
] as const;
