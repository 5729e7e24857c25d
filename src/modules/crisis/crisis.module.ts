import { Global, Module } from '@nestjs/common';
import { AccessModule } from '../../platform/access/access.module';
import { CaseFilesModule, CasesModule } from '../cases';
import { FamilyOpeningModule, ObligationLedgerModule } from '../obligations';
import { PrintingModule } from '../papers';
import { PeopleModule } from '../people';
import { Boarding } from './acts/boarding';
import { Broadcasts } from './acts/broadcasts';
import { ImportList } from './acts/import-list';
import { Distinctions } from './acts/distinctions';
import { Fares } from './acts/fares';
import { Incidents } from './acts/incidents';
import { Manifests } from './acts/manifests';
import { Merges } from './acts/merges';
import { IncidentPersons } from './acts/persons';
import { Board } from './board';
import { CrisisFactsSource } from './crisis-facts.source';
import { CrisisFamily } from './crisis-family';
import { CrisisPanel } from './crisis-panel';
import { CrisisPolicies } from './crisis-policies';
import { EnterPersons } from './enter-persons';
import { Happenings } from './happenings';
import { Headcounts } from './headcounts';
import { IncidentPersonsController } from './http/incident-persons.controller';
import { CrisisPoliciesController, IncidentsController } from './http/incidents.controller';
import { BroadcastsController, ManifestsController } from './http/manifests.controller';
import { PublicCrisisController } from './http/public-crisis.controller';
import { IncidentHints } from './incident-hints';
import { IncidentWork } from './incident-work';
import { OpenCrisisCase } from './open-crisis-case';
import { IncidentPersonCheck } from './person-check';
import { ConfirmBroadcast } from './public/confirm-broadcast';
import { OwnRegistration } from './public/own-registration';
import { PublicLimits } from './public/public-limits';
import { PublicIncidents } from './public/public-incidents';
import { RegistrationTools } from './public/registration-tools';
import { SelfRegistration } from './public/self-registration';
import { ReadIncidents } from './read-incidents';
import { PrintManifest } from './print-manifest';
import { ReadManifests } from './read-manifests';
import { ReadPersons } from './read-persons';
import { AfterActionReport } from './report';

/** What every process needs: the family attached to the case file and its rule to the ledger. */
@Global()
@Module({
  imports: [CaseFilesModule, ObligationLedgerModule],
  providers: [CrisisFactsSource, CrisisPanel, CrisisFamily],
  exports: [CrisisFactsSource, CrisisPanel],
})
export class CrisisFamilyModule {}

/** Crises over HTTP. */
@Module({
  imports: [
    AccessModule,
    CrisisFamilyModule,
    FamilyOpeningModule,
    CasesModule,
    PeopleModule,
    PrintingModule,
  ],
  controllers: [
    IncidentsController,
    CrisisPoliciesController,
    IncidentPersonsController,
    ManifestsController,
    BroadcastsController,
    PublicCrisisController,
  ],
  providers: [
    ...[IncidentWork, IncidentHints, IncidentPersonCheck, EnterPersons, Happenings, CrisisPolicies],
    ...[Incidents, IncidentPersons, ImportList, Merges, Manifests, Boarding, Broadcasts],
    ...[Fares, Distinctions, OpenCrisisCase, PrintManifest],
    ...[Board, Headcounts, ReadIncidents, ReadPersons, ReadManifests, AfterActionReport],
    ...[PublicIncidents, PublicLimits, RegistrationTools],
    ...[SelfRegistration, OwnRegistration, ConfirmBroadcast],
  ],
})
export class CrisisModule {}
