import { Global, Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { DatabaseChecks } from './database-checks';
import { FilesCheck } from './files-check';
import { HealthController } from './health.controller';
import { QueueCheck } from './queue-check';
import { Readiness } from './readiness';

/** Global, so that any module may inject `Readiness` and register what it depends on. */
@Global()
@Module({
  imports: [TerminusModule.forRoot({ logger: false })],
  controllers: [HealthController],
  providers: [Readiness, DatabaseChecks, QueueCheck, FilesCheck],
  exports: [Readiness],
})
export class HealthModule {}
