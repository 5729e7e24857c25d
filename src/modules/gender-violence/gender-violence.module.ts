import { Global, Module } from '@nestjs/common';
import { BarAggressor, CaseFilesModule } from '../cases';
import { FamilyOpeningModule, ObligationLedgerModule } from '../obligations';
import { SafeContactModule } from '../safe-contact';
import { AssessRisk } from './acts/assess-risk';
import { Measures } from './acts/measures';
import { Outcomes } from './acts/outcomes';
import { PlanSafety } from './acts/plan-safety';
import { RecordIncident } from './acts/record-incident';
import { Services } from './acts/services';
import { GenderViolenceFamily } from './gender-violence-family';
import { GenderViolencePanel } from './gender-violence-panel';
import { RiskInstrumentsController } from './http/risk-instruments.controller';
import { ViolenceCareController } from './http/violence-care.controller';
import { ViolenceCasesController } from './http/violence-cases.controller';
import { OpenViolenceCase } from './open-violence-case';
import { RiskInstruments } from './risk-instruments';
import { ViolenceFactsSource } from './violence-facts.source';
import { ViolenceWork } from './violence-work';

/** What every process needs: the family attached to the case file and its rules to the ledger. */
@Global()
@Module({
  imports: [CaseFilesModule, ObligationLedgerModule],
  providers: [ViolenceFactsSource, GenderViolencePanel, GenderViolenceFamily],
  exports: [ViolenceFactsSource, GenderViolencePanel],
})
export class GenderViolenceFamilyModule {}

/** Cases of gender violence over HTTP. */
@Module({
  imports: [GenderViolenceFamilyModule, FamilyOpeningModule, SafeContactModule],
  controllers: [ViolenceCasesController, ViolenceCareController, RiskInstrumentsController],
  providers: [
    AssessRisk,
    BarAggressor,
    Measures,
    OpenViolenceCase,
    Outcomes,
    PlanSafety,
    RecordIncident,
    RiskInstruments,
    Services,
    ViolenceWork,
  ],
})
export class GenderViolenceModule {}
