import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CaseFilesModule } from '../cases';
import { NetworkModule } from '../network';
import { TellingsModule } from '../people';
import { CaseFacts } from './case-facts';
import { ComposePaper } from './compose-paper';
import { DraftPaper } from './draft-paper';
import { PaperTemplatesController } from './http/paper-templates.controller';
import { PaperVerificationsController } from './http/paper-verifications.controller';
import { PapersController } from './http/papers.controller';
import { IssuePaper } from './issue-paper';
import { PaperDesk } from './paper-desk';
import { PaperFacts } from './paper-facts';
import { PaperTimeline } from './paper-timeline';
import { PapersSettings } from './papers-settings';
import { Printer } from './pdf/printer';
import { PrintPaper } from './print-paper';
import { ReadPapers } from './read-papers';
import { EditTemplates } from './templates/edit-templates';
import { Templates } from './templates/templates';
import { VerifyPaper } from './verify-paper';

/** Where families lend their facts to papers. One registry per process. */
@Global()
@Module({ providers: [PaperFacts], exports: [PaperFacts] })
export class PaperFactsModule {}

/** What turns blocks into a PDF; also for what is printed outside a case. */
@Module({ providers: [Printer], exports: [Printer] })
export class PrintingModule {}

/** Papers over HTTP. */
@Module({
  imports: [CaseFilesModule, NetworkModule, PaperFactsModule, PrintingModule, TellingsModule],
  controllers: [PapersController, PaperTemplatesController, PaperVerificationsController],
  providers: [
    CaseFacts,
    ComposePaper,
    DraftPaper,
    EditTemplates,
    IssuePaper,
    PaperDesk,
    PaperTimeline,
    PrintPaper,
    ReadPapers,
    Templates,
    VerifyPaper,
  ],
})
export class PapersModule {
  /** @param settings.publicUrl origin under which the public sees the product */
  static of({ publicUrl }: { publicUrl: string }): DynamicModule {
    const settings = new PapersSettings(`${publicUrl}/verificar`);
    return { module: PapersModule, providers: [{ provide: PapersSettings, useValue: settings }] };
  }
}
