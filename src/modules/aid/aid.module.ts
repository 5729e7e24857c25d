import { Global, Module } from '@nestjs/common';
import { CaseFilesModule, CasesModule } from '../cases';
import { LedgerModule } from '../funding';
import { ObligationLedgerModule } from '../obligations';
import { AccountAid } from './acts/account';
import { Advances } from './acts/advances';
import { DecideAid } from './acts/decide';
import { ProposeAid } from './acts/propose';
import { AidPolicies } from './aid-policies';
import { AidRules } from './aid-rules';
import { AidTools, AidWork } from './aid-work';
import { AidPanel, AidStages, AttachAid } from './attach-aid';
import { AidController } from './http/aid.controller';
import { AidOfCaseController } from './http/aid-of-case.controller';
import { AidPoliciesController } from './http/aid-policies.controller';
import { AidMoney } from './money';
import { ReadAid } from './read-aid';
import './refusals';

/** What every process needs: aid attached to the case file and its clocks to the ledger of duties. */
@Global()
@Module({
  imports: [CaseFilesModule, ObligationLedgerModule],
  providers: [AidStages, AidPanel, AttachAid],
})
export class AidLedgerModule {}

/** Aid over HTTP. */
@Module({
  imports: [AidLedgerModule, CasesModule, LedgerModule],
  controllers: [AidOfCaseController, AidController, AidPoliciesController],
  providers: [
    ...[AidTools, AidWork, AidMoney, AidPolicies, AidRules, ReadAid],
    ...[ProposeAid, DecideAid, AccountAid, Advances],
  ],
  exports: [ReadAid],
})
export class AidModule {}
