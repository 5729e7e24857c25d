import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CaseRegistry,
  OUTCOMES_OF_CARE,
  type CaseFamily,
  type ChecklistItem,
  type Tier,
} from '../cases';
import { Obligations } from '../obligations';
import { violenceChecklist } from './domain/checklist';
import type { ViolenceCaseType } from './domain/incident';
import { violencePlanner } from './domain/plan-violence';
import { GenderViolencePanel } from './gender-violence-panel';
import { violenceTimelineKinds } from './timeline-kinds';
import { ViolenceFactsSource } from './violence-facts.source';

/** Attaches gender violence to the case file and its rules to the duty ledger. */
@Injectable()
export class GenderViolenceFamily implements CaseFamily, OnModuleInit {
  readonly family = 'gender_violence';
  /** Sealed: only the circle knows of them (taxonomy, *Case types*). */
  readonly types = {
    intimate_partner_violence: 'sealed',
    family_violence: 'sealed',
    sexual_violence: 'sealed',
    other_gender_violence: 'sealed',
  } as const satisfies Record<ViolenceCaseType, Tier>;
  readonly timelineKinds = violenceTimelineKinds;
  readonly outcomes = OUTCOMES_OF_CARE;

  constructor(
    private readonly registry: CaseRegistry,
    private readonly obligations: Obligations,
    private readonly source: ViolenceFactsSource,
    private readonly panel: GenderViolencePanel,
  ) {}

  onModuleInit(): void {
    this.registry.addFamily(this);
    this.registry.addPanel(this.panel);
    this.obligations.register(violencePlanner, this.source);
  }

  async checklist(caseId: string): Promise<ChecklistItem[]> {
    const [facts, context] = await Promise.all([
      this.source.of(caseId),
      this.source.guideContext(caseId),
    ]);
    return facts && context ? violenceChecklist(facts, context) : [];
  }
}
