import { Global, Module } from '@nestjs/common';
import { CaseFilesModule, CasesModule } from '../cases';
import { ConsentRegisterModule } from '../consents';
import { DeathModule } from '../death';
import { DetentionModule } from '../detention';
import { FamilyOpeningModule, ObligationLedgerModule } from '../obligations';
import { PaperFactsModule } from '../papers';
import { PeopleModule } from '../people';
import { AnswerRequester } from './acts/answer-requester';
import { Result } from './acts/result';
import { Search } from './acts/search';
import { MissingCasesController } from './http/missing-cases.controller';
import { MissingPoliciesController } from './http/missing-policies.controller';
import { MissingFactsSource } from './missing-facts.source';
import { MissingFamily } from './missing-family';
import { MissingPanel } from './missing-panel';
import { MissingPaperFacts } from './missing-paper-facts';
import { MissingPolicies } from './missing-policies';
import { MissingWork } from './missing-work';
import { OpenMissingCase } from './open-missing-case';

/** What every process needs: the family attached to the case file and its rules to the ledger. */
@Global()
@Module({
  imports: [CaseFilesModule, ObligationLedgerModule],
  providers: [MissingFactsSource, MissingPolicies, MissingPanel, MissingFamily],
  exports: [MissingFactsSource, MissingPolicies, MissingPanel],
})
export class MissingPersonFamilyModule {}

/** Cases of missing persons over HTTP. */
@Module({
  imports: [
    MissingPersonFamilyModule,
    FamilyOpeningModule,
    CasesModule,
    ConsentRegisterModule,
    DeathModule,
    DetentionModule,
    PaperFactsModule,
    PeopleModule,
  ],
  controllers: [MissingCasesController, MissingPoliciesController],
  providers: [AnswerRequester, MissingPaperFacts, MissingWork, OpenMissingCase, Result, Search],
})
export class MissingPersonModule {}
