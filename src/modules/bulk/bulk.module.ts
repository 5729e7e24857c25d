import { Global, Module } from '@nestjs/common';
import { CasesModule } from '../cases';
import { ObligationLedgerModule } from '../obligations';
import { AssignAction } from './actions/assign.action';
import { CloseAction } from './actions/close.action';
import { SnoozeAction } from './actions/snooze.action';
import { TagAction } from './actions/tag.action';
import { BulkActions } from './bulk-actions';
import { BulkWork } from './bulk-work';
import { BulkController } from './http/bulk.controller';

/** The acts themselves, for every process that asks for them or does them. */
@Global()
@Module({
  imports: [ObligationLedgerModule],
  providers: [AssignAction, SnoozeAction, CloseAction, TagAction, BulkActions],
  exports: [BulkActions],
})
export class BulkActionsModule {}

/** Acts over many cases, over HTTP. */
@Module({
  imports: [BulkActionsModule, CasesModule],
  controllers: [BulkController],
  providers: [BulkWork],
})
export class BulkModule {}
