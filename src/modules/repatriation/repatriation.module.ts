import { Global, Module } from '@nestjs/common';
import { CaseFilesModule, CasesModule } from '../cases';
import { FamilyOpeningModule, ObligationLedgerModule } from '../obligations';
import { PaperFactsModule } from '../papers';
import { PeopleModule } from '../people';
import { AfterReturn } from './acts/after-return';
import { Conditions } from './acts/conditions';
import { Consultations } from './acts/consultations';
import { Debts } from './acts/debts';
import { Journey } from './acts/journey';
import { Steps } from './acts/steps';
import { Travel } from './acts/travel';
import { ReimbursementPoliciesController } from './http/reimbursement-policies.controller';
import { RegisterController } from './http/register.controller';
import { RepatriationCasesController } from './http/repatriation-cases.controller';
import { RepatriationTemplatesController } from './http/repatriation-templates.controller';
import { ReturnJourneyController } from './http/return-journey.controller';
import { OpenRepatriation } from './open-repatriation';
import { RegisterOfReturned } from './register-of-returned';
import { ReimbursementPolicies } from './reminders/reimbursement-policies';
import { RepatriationFactsSource } from './repatriation-facts.source';
import { RepatriationFamily } from './repatriation-family';
import { RepatriationPanel } from './repatriation-panel';
import { RepatriationPaperFacts } from './repatriation-paper-facts';
import { RepatriationTemplates } from './repatriation-templates';
import { RepatriationWork } from './repatriation-work';
import './refusals';

/** What every process needs: the family attached to the case file and its rules to the ledger. */
@Global()
@Module({
  imports: [CaseFilesModule, ObligationLedgerModule],
  providers: [RepatriationFactsSource, RepatriationPanel, RepatriationFamily],
  exports: [RepatriationFactsSource, RepatriationPanel],
})
export class RepatriationFamilyModule {}

/** Cases of repatriation over HTTP. */
@Module({
  imports: [
    RepatriationFamilyModule,
    FamilyOpeningModule,
    CasesModule,
    PaperFactsModule,
    PeopleModule,
  ],
  controllers: [
    RepatriationCasesController,
    ReturnJourneyController,
    RegisterController,
    RepatriationTemplatesController,
    ReimbursementPoliciesController,
  ],
  providers: [
    ...[RepatriationWork, RepatriationTemplates, RepatriationPaperFacts, RegisterOfReturned],
    ...[OpenRepatriation, Conditions, Consultations, Debts, ReimbursementPolicies],
    ...[Journey, Steps, Travel, AfterReturn],
  ],
  exports: [OpenRepatriation],
})
export class RepatriationModule {}
