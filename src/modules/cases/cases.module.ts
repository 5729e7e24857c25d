import { Global, Module } from '@nestjs/common';
import { PeopleModule, SealedPeopleModule, TellingsModule } from '../people';
import { AssignCase } from './assign-case';
import { Assignees } from './assignees';
import { Bars } from './bars';
import { CaseBars } from './case-bars';
import { CaseCircle } from './case-circle';
import { CaseFiles } from './case-files';
import { CasePeople } from './case-people';
import { CaseQueries } from './case-queries';
import { CaseRegistry } from './case-registry';
import { CaseSeal } from './case-seal';
import { ChangeStatus } from './change-status';
import { ChangeTier } from './change-tier';
import { CivilDays } from './civil-days';
import { ContactAttempts } from './contact-attempts';
import { CaseLinksController } from './http/case-links.controller';
import { CasePeopleController } from './http/case-people.controller';
import { CasesController } from './http/cases.controller';
import { CircleController } from './http/circle.controller';
import { MyDayController } from './http/my-day.controller';
import { PostTagsController } from './http/post-tags.controller';
import { CaseLinks } from './links/case-links';
import { MyDay } from './my-day';
import { Numbers } from './numbers';
import { PostTags } from './tags/post-tags';
import { TagCase } from './tags/tag-case';
import { TierTrace } from './tier-trace';
import { Timeline } from './timeline';
import { WakeCase } from './wake-case';
import { WriteInCase } from './write-in-case';

const FILES = [CaseRegistry, CaseFiles, CaseSeal, Bars, Timeline, Numbers];
/** Acts that are also done for many cases at once, by the worker. */
const ACTS = [AssignCase, ChangeStatus, TagCase, WakeCase];

/** What families and workers need of the case file. One registry per process. */
@Global()
@Module({
  imports: [SealedPeopleModule],
  providers: [...FILES, ...ACTS, Assignees, CivilDays],
  exports: [...FILES, ...ACTS, Assignees],
})
export class CaseFilesModule {}

/** The case file over HTTP. */
@Module({
  imports: [CaseFilesModule, PeopleModule, TellingsModule],
  controllers: [
    CasesController,
    CircleController,
    CaseLinksController,
    PostTagsController,
    MyDayController,
    CasePeopleController,
  ],
  providers: [
    ...[CaseCircle, CaseBars, ChangeTier, TierTrace],
    ...[WriteInCase, CasePeople, ContactAttempts, CaseQueries, CaseLinks, PostTags, MyDay],
  ],
  exports: [CaseLinks, CaseQueries],
})
export class CasesModule {}
