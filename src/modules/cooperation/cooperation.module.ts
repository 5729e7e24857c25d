import { Global, Module } from '@nestjs/common';
import { CaseFilesModule } from '../cases';
import { NetworkModule } from '../network';
import { ObligationLedgerModule } from '../obligations';
import { AttachCooperation } from './attach-cooperation';
import { CaseWork } from './case-work';
import { CooperationDays } from './cooperation-days';
import { CooperationPanel } from './cooperation-panel';
import { CooperationFacts } from './facts.sources';
import { HandOvers } from './handover/hand-overs';
import { WriteHandOver } from './handover/write-hand-over';
import { CaseCooperationController } from './http/case-cooperation.controller';
import { HandOversController } from './http/hand-overs.controller';
import { ServiceRequestsController } from './http/service-requests.controller';
import { TransfersController } from './http/transfers.controller';
import { MentionColleagues } from './mentions/mention-colleagues';
import { Readers } from './mentions/readers';
import { ReadCooperation } from './read-cooperation';
import { RequestLists } from './requests/request-lists';
import { ServiceRequests } from './requests/service-requests';
import { CaseTeam } from './team/case-team';
import { DecideTransfer } from './transfers/decide-transfer';
import { ProposeTransfer } from './transfers/propose-transfer';
import { TransferLists } from './transfers/transfer-lists';

/** What every process needs: the part attached to the case file, its clocks to the ledger. */
@Global()
@Module({
  imports: [CaseFilesModule, ObligationLedgerModule],
  providers: [
    ...[CaseWork, CooperationFacts, CooperationPanel, CooperationDays, AttachCooperation],
    ...[Readers, RequestLists, MentionColleagues, WriteHandOver, ProposeTransfer],
  ],
  exports: [
    CooperationPanel,
    CaseWork,
    Readers,
    RequestLists,
    MentionColleagues,
    WriteHandOver,
    ProposeTransfer,
  ],
})
export class CooperationCaseModule {}

/** Working together over HTTP. */
@Module({
  imports: [CooperationCaseModule, NetworkModule],
  controllers: [
    CaseCooperationController,
    TransfersController,
    ServiceRequestsController,
    HandOversController,
  ],
  providers: [CaseTeam, HandOvers, ServiceRequests, TransferLists, DecideTransfer, ReadCooperation],
})
export class CooperationModule {}
