import { Global, Module } from '@nestjs/common';
import { FullSight } from './planning/full-sight';
import { Obligations } from './planning/obligations';
import { PlanReader } from './planning/plan-reader';
import { PlanWriter } from './planning/plan-writer';
import { Planners } from './planning/planners';
import { Policies } from './policies/policies';

/** What families and workers need of the duty ledger. One registry of planners per process. */
@Global()
@Module({
  providers: [Planners, Policies, FullSight, PlanReader, PlanWriter, Obligations],
  exports: [Planners, Policies, Obligations],
})
export class ObligationLedgerModule {}
