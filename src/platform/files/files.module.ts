import { Global, Module, type DynamicModule } from '@nestjs/common';
import { BlobStores } from './blob-stores';
import { Files } from './files';
import { FilesSettings } from './files-settings';

/** Content at rest, for every process. */
@Global()
@Module({})
export class FilesModule {
  static of(settings: FilesSettings): DynamicModule {
    return {
      module: FilesModule,
      providers: [{ provide: FilesSettings, useValue: settings }, BlobStores, Files],
      exports: [Files],
    };
  }
}
