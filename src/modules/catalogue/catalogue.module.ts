import { Global, Module } from '@nestjs/common';
import { CaseFilesModule } from '../cases';
import { FamilyOpeningModule, ObligationLedgerModule } from '../obligations';
import { AnswerSheet } from './acts/answer-sheet';
import { Assist } from './acts/assist';
import { AssistAndean } from './acts/assist-andean';
import { CaseGround } from './acts/case-ground';
import { EditAnswers } from './acts/edit-answers';
import { ShowCaseFigures } from './case-figures';
import { CatalogueFactsSource } from './catalogue-facts.source';
import { CatalogueFamilies } from './catalogue-families';
import { CataloguePanel } from './catalogue-panel';
import { Catalogues } from './catalogues';
import { CaseFiguresController, CatalogueController } from './http/catalogue.controller';
import { CatalogueCasesController } from './http/catalogue-cases.controller';
import { OpenCase } from './open-case';
import { ReadCatalogue } from './read-catalogue';
import { WriteCatalogue } from './write-catalogue';

/** What every process needs: the vocabulary of cases, and the families that are data. */
@Global()
@Module({
  imports: [CaseFilesModule, ObligationLedgerModule],
  providers: [Catalogues, CatalogueFactsSource, CataloguePanel, CatalogueFamilies],
  exports: [Catalogues, CatalogueFactsSource, CataloguePanel],
})
export class CatalogueFamiliesModule {}

/** The catalogue over HTTP. */
@Module({
  imports: [CatalogueFamiliesModule, FamilyOpeningModule],
  controllers: [CatalogueController, CaseFiguresController, CatalogueCasesController],
  providers: [
    ...[AnswerSheet, Assist, AssistAndean, CaseGround, EditAnswers],
    ...[OpenCase, ReadCatalogue, ShowCaseFigures, WriteCatalogue],
  ],
})
export class CatalogueModule {}
