import { Global, Module } from '@nestjs/common';
import { CaseFilesModule } from '../cases';
import { FamilyOpeningModule, ObligationLedgerModule } from '../obligations';
import { TellingsModule } from '../people';
import { SafeContactModule } from '../safe-contact';
import { Abductions } from './acts/abductions';
import { AssessInterests } from './acts/assess-interests';
import { Guardianships } from './acts/guardianships';
import { Reunifications } from './acts/reunifications';
import { Situations } from './acts/situations';
import { StateCare } from './acts/state-care';
import { Tracing } from './acts/tracing';
import { TravelAuthorisations } from './acts/travel';
import { GuardianshipGuard } from './guardianship-guard';
import { HagueStatesController } from './http/hague-states.controller';
import { InterestInstrumentsController } from './http/interest-instruments.controller';
import { MinorCasesController } from './http/minor-cases.controller';
import { MinorChildController } from './http/minor-child.controller';
import { MinorFamilyController } from './http/minor-family.controller';
import { MinorGuardiansController } from './http/minor-guardians.controller';
import { MinorProceedingsController } from './http/minor-proceedings.controller';
import { HagueStatesList, InterestInstruments } from './instruments';
import { MinorFactsSource } from './minor-facts.source';
import { MinorPanel } from './minor-panel';
import { MinorsFamily } from './minors-family';
import { MinorWork } from './minor-work';
import { OpenMinorCase } from './open-minor-case';

/** What every process needs: the family attached to the case file, its rules to ledger and guard. */
@Global()
@Module({
  imports: [CaseFilesModule, ObligationLedgerModule, TellingsModule],
  providers: [MinorFactsSource, MinorPanel, MinorsFamily, GuardianshipGuard],
  exports: [MinorFactsSource, MinorPanel],
})
export class MinorsFamilyModule {}

/** Cases of children and adolescents over HTTP. */
@Module({
  imports: [MinorsFamilyModule, FamilyOpeningModule, SafeContactModule],
  controllers: [
    MinorCasesController,
    MinorChildController,
    MinorGuardiansController,
    MinorProceedingsController,
    MinorFamilyController,
    InterestInstrumentsController,
    HagueStatesController,
  ],
  providers: [
    ...[MinorWork, OpenMinorCase, InterestInstruments, HagueStatesList],
    ...[Situations, AssessInterests, Guardianships, TravelAuthorisations],
    ...[StateCare, Abductions, Tracing, Reunifications],
  ],
})
export class MinorsModule {}
