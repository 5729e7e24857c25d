import { Global, Module } from '@nestjs/common';
import { NetworkModule } from '../network';
import { NoticesModule } from '../notices';
import { PeopleModule } from '../people';
import { CaseActs } from './acts/case-acts';
import { ObligationDesk } from './breaches/obligation-desk';
import { FamilyOpening } from './family-opening';
import { FamilyTools } from './family-work';
import { ObligationsController } from './http/obligations.controller';
import { PoliciesController } from './http/policies.controller';
import { ProofsController } from './http/proofs.controller';
import { AttachToCases } from './ledger/attach-to-cases';
import { ListObligations } from './ledger/list-obligations';
import { MyDuties } from './ledger/my-duties';
import { FullSight } from './planning/full-sight';
import { Obligations } from './planning/obligations';
import { PlanReader } from './planning/plan-reader';
import { PlanWriter } from './planning/plan-writer';
import { Planners } from './planning/planners';
import { Policies } from './policies/policies';
import { WritePolicy } from './policies/write-policy';
import { DailyProof } from './proof/daily-proof';
import { ProofWatch } from './proof/proof-watch';
import { AskReplanning } from './replanning/ask-replanning';
import { SnoozeCase } from './snooze/snooze-case';
import { SnoozeRules } from './snooze/snooze-rules';

/**
 * What every process needs of the duty ledger: families register their planners with it and every
 * write plans through it. One registry of planners per process.
 */
@Global()
@Module({
  imports: [NetworkModule],
  providers: [
    ...[Planners, Policies, FullSight, PlanReader, PlanWriter, Obligations],
    ...[ListObligations, MyDuties, AttachToCases, SnoozeRules, SnoozeCase, AskReplanning],
    FamilyTools,
  ],
  exports: [
    ...[Planners, Policies, FullSight, Obligations, ListObligations, SnoozeCase],
    ...[AskReplanning, FamilyTools],
  ],
})
export class ObligationLedgerModule {}

/** Opening cases; where persons are registered. */
@Module({
  imports: [ObligationLedgerModule, PeopleModule],
  providers: [FamilyOpening],
  exports: [FamilyOpening],
})
export class FamilyOpeningModule {}

/** The daily proof; for the command line as well. */
@Module({ imports: [NoticesModule], providers: [DailyProof], exports: [DailyProof] })
export class DailyProofModule {}

/** The duty ledger over HTTP. */
@Module({
  imports: [ObligationLedgerModule, DailyProofModule],
  controllers: [ObligationsController, PoliciesController, ProofsController],
  providers: [ObligationDesk, CaseActs, WritePolicy, ProofWatch],
})
export class ObligationsModule {}
