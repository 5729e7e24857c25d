import { Global, Module } from '@nestjs/common';
import { CaseFilesModule } from '../cases';
import { ConsentRegisterModule } from '../consents';
import { NetworkModule } from '../network';
import { ObligationLedgerModule } from '../obligations';
import { AttachCooperation } from './attach-cooperation';
import { CaseWork } from './case-work';
import { CooperationDays } from './cooperation-days';
import { CooperationPanel } from './cooperation-panel';
import { CooperationFacts } from './facts.sources';
import { Departures } from './departures/departures';
import { Holdings } from './departures/holdings';
import { HandOvers } from './handover/hand-overs';
import { WriteHandOver } from './handover/write-hand-over';
import { CaseCooperationController } from './http/case-cooperation.controller';
import { DeparturesController } from './http/departures.controller';
import { HandOversController } from './http/hand-overs.controller';
import { ReferralsController } from './http/referrals.controller';
import { ServiceRequestsController } from './http/service-requests.controller';
import { TransfersController } from './http/transfers.controller';
import { MentionColleagues } from './mentions/mention-colleagues';
import { Readers } from './mentions/readers';
import { Institutions } from './referrals/institutions';
import { Referrals } from './referrals/referrals';
import { ReadCooperation } from './read-cooperation';
import { RequestLists } from './requests/request-lists';
import { ServiceRequests } from './requests/service-requests';
import { CaseTeam } from './team/case-team';
import { TellAdmitted } from './team/tell-admitted';
import { DecideTransfer } from './transfers/decide-transfer';
import { ProposeTransfer } from './transfers/propose-transfer';
import { TransferLists } from './transfers/transfer-lists';

/** What every process needs: the part attached to the case file, its clocks to the ledger. */
@Global()
@Module({
  imports: [CaseFilesModule, ObligationLedgerModule],
  providers: [
    ...[CaseWork, CooperationFacts, CooperationPanel, CooperationDays, AttachCooperation],
    ...[Readers, RequestLists, MentionColleagues, WriteHandOver, ProposeTransfer, Holdings],
    TellAdmitted,
  ],
  exports: [
    Holdings,
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
  imports: [CooperationCaseModule, NetworkModule, ConsentRegisterModule],
  controllers: [
    CaseCooperationController,
    TransfersController,
    ServiceRequestsController,
    HandOversController,
    ReferralsController,
    DeparturesController,
  ],
  providers: [
    CaseTeam,
    HandOvers,
    ServiceRequests,
    TransferLists,
    DecideTransfer,
    ReadCooperation,
    Institutions,
    Referrals,
    Departures,
  ],
})
export class CooperationModule {}
