import { Module, type DynamicModule } from '@nestjs/common';
import { NetworkModule } from '../network';
import { NoticesModule } from '../notices';
import { DocumentFilesModule } from './documents.module';
import { Clamd } from './scanning/clamd';
import { DocumentUpkeep } from './scanning/document-upkeep';
import { ScanDocumentProcessor } from './scanning/scan-document.processor';
import { Scanner } from './scanning/scanner';
import { TellOfInfection } from './scanning/tell-of-infection';

/** Scans what was taken in and sweeps what was not; only the worker imports it. */
@Module({})
export class DocumentsWorkerModule {
  static of({ clamdUrl }: { clamdUrl: string | null }): DynamicModule {
    const scanner: Scanner = { clamd: clamdUrl === null ? null : new Clamd(clamdUrl) };
    return {
      module: DocumentsWorkerModule,
      imports: [DocumentFilesModule, NetworkModule, NoticesModule],
      providers: [
        { provide: Scanner, useValue: scanner },
        DocumentUpkeep,
        ScanDocumentProcessor,
        TellOfInfection,
      ],
    };
  }
}
