import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CaseRegistry,
  OUTCOMES_OF_CARE,
  type CaseFamily,
  type ChecklistItem,
  type Tier,
} from '../cases';
import { Obligations } from '../obligations';
import { traffickingChecklist } from './domain/checklist';
import { traffickingPlanner } from './domain/plan-trafficking';
import type { TraffickingCaseType } from './domain/vocabulary';
import { traffickingTimelineKinds } from './timeline-kinds';
import { TraffickingFactsSource } from './trafficking-facts.source';
import { TraffickingPanel } from './trafficking-panel';

/** Attaches trafficking to the case file and its rules to the duty ledger. */
@Injectable()
export class TraffickingFamily implements CaseFamily, OnModuleInit {
  readonly family = 'trafficking';
  /** Sealed: only the circle knows of them (taxonomy, *Case types*). */
  readonly types = {
    trafficking: 'sealed',
    migrant_smuggling: 'sealed',
    forced_labour: 'sealed',
    related_offence: 'sealed',
  } as const satisfies Record<TraffickingCaseType, Tier>;
  readonly timelineKinds = traffickingTimelineKinds;
  readonly outcomes = OUTCOMES_OF_CARE;

  constructor(
    private readonly registry: CaseRegistry,
    private readonly obligations: Obligations,
    private readonly source: TraffickingFactsSource,
    private readonly panel: TraffickingPanel,
  ) {}

  onModuleInit(): void {
    this.registry.addFamily(this);
    this.registry.addPanel(this.panel);
    this.obligations.register(traffickingPlanner, this.source);
  }

  async checklist(caseId: string): Promise<ChecklistItem[]> {
    const [facts, context] = await Promise.all([
      this.source.of(caseId),
      this.source.guideContext(caseId),
    ]);
    return facts && context ? traffickingChecklist(facts, context) : [];
  }
}
