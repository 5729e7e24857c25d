import { Module } from '@nestjs/common';
import { AccessModule } from '../../platform/access/access.module';
import { CaseFilesModule } from '../cases';
import { ObligationLedgerModule } from '../obligations';
import { AttachBreakGlass } from './attach-break-glass';
import { BreakGlass } from './break-glass';
import { BreakGlassController } from './http/break-glass.controller';
import { ReadBreakGlass } from './read-break-glass';

/** What every process that plans needs: the review of an entry is a duty of its case. */
@Module({
  imports: [CaseFilesModule, ObligationLedgerModule],
  providers: [AttachBreakGlass],
})
export class BreakGlassLedgerModule {}

/** Entering a sealed case, over HTTP. */
@Module({
  imports: [BreakGlassLedgerModule, AccessModule],
  controllers: [BreakGlassController],
  providers: [BreakGlass, ReadBreakGlass],
})
export class BreakGlassModule {}
