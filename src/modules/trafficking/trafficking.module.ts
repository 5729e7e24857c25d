import { Global, Module } from '@nestjs/common';
import { BarAggressor, CaseFilesModule } from '../cases';
import { ConsentsModule } from '../consents';
import { FamilyOpeningModule, ObligationLedgerModule } from '../obligations';
import { SafeContactModule } from '../safe-contact';
import { ChangeTraffickingType } from './acts/change-type';
import { ProtectVictim } from './acts/protect';
import { RecordStory } from './acts/record-story';
import { ReturnHome } from './acts/return-home';
import { TraffickingCasesController } from './http/trafficking-cases.controller';
import { TraffickingExportsController } from './http/trafficking-exports.controller';
import { TraffickingProtectionController } from './http/trafficking-protection.controller';
import { ExportTrafficking } from './export-trafficking';
import { OpenTraffickingCase } from './open-trafficking-case';
import { TraffickingFactsSource } from './trafficking-facts.source';
import { TraffickingFamily } from './trafficking-family';
import { TraffickingPanel } from './trafficking-panel';
import { TraffickingWork } from './trafficking-work';

/** What every process needs: the family attached to the case file and its rules to the ledger. */
@Global()
@Module({
  imports: [CaseFilesModule, ObligationLedgerModule],
  providers: [TraffickingFactsSource, TraffickingPanel, TraffickingFamily],
  exports: [TraffickingFactsSource, TraffickingPanel],
})
export class TraffickingFamilyModule {}

/** Cases of trafficking over HTTP. */
@Module({
  imports: [TraffickingFamilyModule, FamilyOpeningModule, SafeContactModule, ConsentsModule],
  controllers: [
    TraffickingCasesController,
    TraffickingProtectionController,
    TraffickingExportsController,
  ],
  providers: [
    ...[TraffickingWork, OpenTraffickingCase, BarAggressor],
    ...[RecordStory, ChangeTraffickingType, ProtectVictim, ReturnHome, ExportTrafficking],
  ],
})
export class TraffickingModule {}
