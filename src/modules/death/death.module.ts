import { Global, Module } from '@nestjs/common';
import { CaseFilesModule, CasesModule } from '../cases';
import { ConsentRegisterModule } from '../consents';
import { FamilyOpeningModule, ObligationLedgerModule } from '../obligations';
import { PaperFactsModule } from '../papers';
import { PeopleModule } from '../people';
import { Aftermath } from './acts/aftermath';
import { Arrival } from './acts/arrival';
import { RemainsDocuments } from './acts/documents';
import { Estate } from './acts/estate';
import { FindOut } from './acts/find-out';
import { Remains } from './acts/remains';
import { TellKin } from './acts/tell-kin';
import { DeathFactsSource } from './death-facts.source';
import { DeathFamily } from './death-family';
import { DeathPanel } from './death-panel';
import { DeathPaperFacts } from './death-paper-facts';
import { DeathRequirements } from './death-requirements';
import { DeathWork } from './death-work';
import { DeathAftermathController } from './http/death-aftermath.controller';
import { DeathCasesController } from './http/death-cases.controller';
import { DeathRequirementsController } from './http/death-requirements.controller';
import { RemainsController } from './http/remains.controller';
import { KinFirst } from './kin-first';
import { OpenDeathCase } from './open-death-case';

/** What every process needs: the family attached to the case file and its rules to the ledger. */
@Global()
@Module({
  imports: [CaseFilesModule, ObligationLedgerModule],
  providers: [DeathRequirements, DeathFactsSource, DeathPanel, DeathFamily, KinFirst],
  exports: [DeathRequirements, DeathFactsSource, DeathPanel],
})
export class DeathFamilyModule {}

/** Cases of deaths over HTTP. */
@Module({
  imports: [
    DeathFamilyModule,
    FamilyOpeningModule,
    CasesModule,
    ConsentRegisterModule,
    PaperFactsModule,
    PeopleModule,
  ],
  controllers: [
    DeathCasesController,
    RemainsController,
    DeathAftermathController,
    DeathRequirementsController,
  ],
  providers: [
    Aftermath,
    Arrival,
    DeathPaperFacts,
    DeathWork,
    Estate,
    FindOut,
    OpenDeathCase,
    Remains,
    RemainsDocuments,
    TellKin,
  ],
  exports: [OpenDeathCase],
})
export class DeathModule {}
