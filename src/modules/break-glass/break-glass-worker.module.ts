import { Module } from '@nestjs/common';
import { CaseFilesModule } from '../cases';
import { NoticesModule } from '../notices';
import { ObligationLedgerModule } from '../obligations';
import { BreakGlassLedgerModule } from './break-glass.module';
import { FollowBreakGlassProcessor } from './jobs/follow-break-glass.processor';

/** Tells of entries at once; only the worker imports it. */
@Module({
  imports: [BreakGlassLedgerModule, CaseFilesModule, ObligationLedgerModule, NoticesModule],
  providers: [FollowBreakGlassProcessor],
})
export class BreakGlassWorkerModule {}
