import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseRegistry, type CaseFamily, type ChecklistItem, type Tier } from '../cases';
import { Obligations } from '../obligations';
import { CrisisFactsSource } from './crisis-facts.source';
import { CrisisPanel } from './crisis-panel';
import { crisisChecklist, crisisPlanner } from './domain/plan-crisis';
import type { CrisisType } from './domain/vocabulary';
import { crisisTimelineKinds } from './timeline-kinds';

/** Attaches cases of crises to the case file and their rule to the duty ledger. */
@Injectable()
export class CrisisFamily implements CaseFamily, OnModuleInit {
  readonly family = 'crisis';
  readonly types = {
    natural_disaster: 'standard',
    armed_conflict: 'standard',
    civil_unrest: 'standard',
    epidemic: 'standard',
    border_closure: 'standard',
    transport_accident: 'standard',
  } as const satisfies Record<CrisisType, Tier>;
  readonly timelineKinds = crisisTimelineKinds;

  constructor(
    private readonly registry: CaseRegistry,
    private readonly obligations: Obligations,
    private readonly source: CrisisFactsSource,
    private readonly panel: CrisisPanel,
  ) {}

  onModuleInit(): void {
    this.registry.addFamily(this);
    this.registry.addPanel(this.panel);
    this.obligations.register(crisisPlanner, this.source);
  }

  async checklist(caseId: string): Promise<ChecklistItem[]> {
    const facts = await this.source.of(caseId);
    return facts ? crisisChecklist(facts) : [];
  }
}
