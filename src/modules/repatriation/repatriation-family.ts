import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseRegistry, type CaseFamily, type ChecklistItem, type Outcome } from '../cases';
import { Obligations } from '../obligations';
import { repatriationChecklist } from './domain/checklist';
import { repatriationPlanner } from './domain/plan-repatriation';
import { TIER_OF_TYPE } from './domain/repatriation-type';
import { RepatriationFactsSource } from './repatriation-facts.source';
import { RepatriationPanel } from './repatriation-panel';
import { repatriationTimelineKinds } from './timeline-kinds';

/** How such a case may end. */
const OUTCOMES = [
  ...(['repatriated', 'resolved', 'aid_granted', 'referred_and_followed'] as const),
  ...(['orientation_given', 'withdrawn_by_person', 'contact_lost', 'died'] as const),
  'outside_competence',
] as const satisfies readonly Outcome[];

/** Attaches repatriations to the case file and their rules to the duty ledger. */
@Injectable()
export class RepatriationFamily implements CaseFamily, OnModuleInit {
  readonly family = 'repatriation';
  readonly types = TIER_OF_TYPE;
  readonly timelineKinds = repatriationTimelineKinds;
  readonly outcomes = OUTCOMES;

  constructor(
    private readonly registry: CaseRegistry,
    private readonly obligations: Obligations,
    private readonly source: RepatriationFactsSource,
    private readonly panel: RepatriationPanel,
  ) {}

  onModuleInit(): void {
    this.registry.addFamily(this);
    this.registry.addPanel(this.panel);
    this.obligations.register(repatriationPlanner, this.source);
  }

  async checklist(caseId: string): Promise<ChecklistItem[]> {
    const facts = await this.source.of(caseId);
    return facts ? repatriationChecklist(facts) : [];
  }
}
