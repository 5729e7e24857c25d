import { Global, Module } from '@nestjs/common';
import { AssignCase } from './assign-case';
import { Assignees } from './assignees';
import { CaseCircle } from './case-circle';
import { CaseFiles } from './case-files';
import { CasePeople } from './case-people';
import { CaseQueries } from './case-queries';
import { CaseRegistry } from './case-registry';
import { ChangeStatus } from './change-status';
import { ChangeTier } from './change-tier';
import { CasesController } from './http/cases.controller';
import { CircleController } from './http/circle.controller';
import { MyDayController } from './http/my-day.controller';
import { MyDay } from './my-day';
import { Numbers } from './numbers';
import { TierTrace } from './tier-trace';
import { Timeline } from './timeline';
import { WriteInCase } from './write-in-case';

/** What families and workers need of the case file. One registry per process. */
@Global()
@Module({
  providers: [CaseRegistry, CaseFiles, Timeline, Numbers],
  exports: [CaseRegistry, CaseFiles, Timeline, Numbers],
})
export class CaseFilesModule {}

/** The case file over HTTP. */
@Module({
  imports: [CaseFilesModule],
  controllers: [CasesController, CircleController, MyDayController],
  providers: [
    CaseCircle,
    ChangeTier,
    TierTrace,
    AssignCase,
    Assignees,
    ChangeStatus,
    WriteInCase,
    CasePeople,
    CaseQueries,
    MyDay,
  ],
})
export class CasesModule {}
