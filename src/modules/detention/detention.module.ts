import { Global, Module } from '@nestjs/common';
import { CaseFilesModule } from '../cases';
import { NetworkModule } from '../network';
import { FamilyOpeningModule, ObligationLedgerModule } from '../obligations';
import { PaperFactsModule } from '../papers';
import { PeopleModule } from '../people';
import { AccessDenials } from './access-denials';
import { ActNumbers } from './act-numbers';
import { Benefits } from './acts/benefits';
import { CarryMessage } from './acts/carry-message';
import { ChangeStage } from './acts/change-stage';
import { Defence } from './acts/defence';
import { EditDetention } from './acts/edit-detention';
import { Expulsions } from './acts/expulsions';
import { GiveAssistance } from './acts/give-assistance';
import { Hearings } from './acts/hearings';
import { Mistreatment } from './acts/mistreatment';
import { MovePerson } from './acts/move-person';
import { NotesVerbales } from './acts/notes-verbales';
import { NotifyFamily } from './acts/notify-family';
import { RecordContact } from './acts/record-contact';
import { RecordWish } from './acts/record-wish';
import { DetentionFactsSource } from './detention-facts.source';
import { DetentionFamily } from './detention-family';
import { DetentionPanel } from './detention-panel';
import { DetentionPaperFacts } from './detention-paper-facts';
import { DetentionWork } from './detention-work';
import { Facilities } from './facilities';
import { HearingsOfMyDay } from './hearings-of-my-day';
import { AccessDenialsController } from './http/access-denials.controller';
import { DetentionCareController } from './http/detention-care.controller';
import { DetentionProtectionController } from './http/detention-protection.controller';
import { DetentionCourseController, DetentionsController } from './http/detentions.controller';
import { FacilitiesController } from './http/facilities.controller';
import { LogDetention } from './log-detention';
import { ReadDetention } from './read-detention';

/** What every process needs: the family attached to the case file and its rules to the ledger. */
@Global()
@Module({
  imports: [CaseFilesModule, ObligationLedgerModule],
  providers: [DetentionFactsSource, DetentionPanel, HearingsOfMyDay, DetentionFamily],
  exports: [DetentionFactsSource, DetentionPanel],
})
export class DetentionFamilyModule {}

/** Detentions over HTTP. */
@Module({
  imports: [
    DetentionFamilyModule,
    FamilyOpeningModule,
    NetworkModule,
    PaperFactsModule,
    PeopleModule,
  ],
  controllers: [
    DetentionsController,
    DetentionCourseController,
    DetentionCareController,
    DetentionProtectionController,
    FacilitiesController,
    AccessDenialsController,
  ],
  providers: [
    AccessDenials,
    ActNumbers,
    Benefits,
    CarryMessage,
    ChangeStage,
    Defence,
    DetentionPaperFacts,
    DetentionWork,
    EditDetention,
    Expulsions,
    Facilities,
    GiveAssistance,
    Hearings,
    LogDetention,
    Mistreatment,
    MovePerson,
    NotesVerbales,
    NotifyFamily,
    ReadDetention,
    RecordContact,
    RecordWish,
  ],
  exports: [LogDetention, RecordContact],
})
export class DetentionModule {}
