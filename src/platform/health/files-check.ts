import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Files } from '../files/files';
import { Readiness } from './readiness';

/** The store of files answers. Not essential: without it no file moves, and every case still does. */
@Injectable()
export class FilesCheck implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly files: Files,
  ) {}

  onModuleInit(): void {
    this.readiness.register({
      name: 'files',
      essential: false,
      check: () => this.files.check(),
    });
  }
}
