import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CaseRegistry,
  type AddedNote,
  type Case,
  type CaseChange,
  type CaseListener,
} from '../cases';
import { Obligations } from '../obligations';
import { CooperationDays } from './cooperation-days';
import { CooperationPanel } from './cooperation-panel';
import { referralPlanner } from './domain/referral';
import { requestPlanner } from './domain/service-request';
import { transferPlanner } from './domain/transfer';
import { CooperationFacts } from './facts.sources';
import { MentionColleagues } from './mentions/mention-colleagues';
import { cooperationTimelineKinds } from './timeline-kinds';
import { ProposeTransfer } from './transfers/propose-transfer';

/** Puts working together into the case file and its clocks into the duty ledger. */
@Injectable()
export class AttachCooperation implements OnModuleInit, CaseListener {
  constructor(
    private readonly registry: CaseRegistry,
    private readonly obligations: Obligations,
    private readonly facts: CooperationFacts,
    private readonly panel: CooperationPanel,
    private readonly days: CooperationDays,
    private readonly transfers: ProposeTransfer,
    private readonly mentions: MentionColleagues,
  ) {}

  onModuleInit(): void {
    this.registry.addTimelineKinds(cooperationTimelineKinds);
    this.registry.addListener(this);
    this.registry.addPanel(this.panel);
    this.days.register(this.registry);
    this.obligations.registerForAll(transferPlanner, this.facts.transfers);
    this.obligations.registerForAll(referralPlanner, this.facts.referrals);
    this.obligations.registerForAll(requestPlanner, this.facts.requests);
  }

  async caseChanged(file: Case, change: CaseChange): Promise<void> {
    if (change === 'closed' || change === 'dismissed') await this.transfers.revokeWithCase(file);
  }

  noteAdded(file: Case, note: AddedNote): Promise<void> {
    return this.mentions.noted(file, note);
  }
}
