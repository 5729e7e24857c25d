import { Module, type DynamicModule } from '@nestjs/common';
import { DocumentFilesModule } from './documents.module';

/** Scans what was taken in and sweeps what was not; only the worker imports it. */
@Module({})
export class DocumentsWorkerModule {
  static of(_settings: { clamdUrl: string | null }): DynamicModule {
    return { module: DocumentsWorkerModule, imports: [DocumentFilesModule] };
  }
}
