import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import {
  CaseRegistry,
  OUTCOMES_OF_CARE,
  type CaseFamily,
  type ChecklistItem,
  type Tier,
} from '../cases';
import { Obligations } from '../obligations';
import { minorChecklist } from './domain/checklist';
import type { MinorCaseType } from './domain/child';
import { minorPlanner } from './domain/plan-minor';
import { MinorFactsSource } from './minor-facts.source';
import { MinorPanel } from './minor-panel';
import { minorTimelineKinds } from './timeline-kinds';

/** Attaches children and adolescents to the case file and their rules to the duty ledger. */
@Injectable()
export class MinorsFamily implements CaseFamily, OnModuleInit {
  readonly family = 'minor';
  /** Restricted: the circle, the head of post and headquarters' desk (taxonomy, *Case types*). */
  readonly types = {
    unaccompanied_minor: 'restricted',
    separated_minor: 'restricted',
    custody_or_abduction: 'restricted',
    minor_in_state_care: 'restricted',
    minor_at_risk: 'restricted',
  } as const satisfies Record<MinorCaseType, Tier>;
  readonly timelineKinds = minorTimelineKinds;
  readonly outcomes = OUTCOMES_OF_CARE;

  constructor(
    private readonly registry: CaseRegistry,
    private readonly obligations: Obligations,
    private readonly source: MinorFactsSource,
    private readonly panel: MinorPanel,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.addFamily(this);
    this.registry.addPanel(this.panel);
    this.obligations.register(minorPlanner, this.source);
  }

  async checklist(caseId: string): Promise<ChecklistItem[]> {
    const [facts, context] = await Promise.all([
      this.source.of(caseId),
      this.source.guideContext(caseId),
    ]);
    if (!facts || !context) return [];
    const today = this.clock.now().toZonedDateTimeISO(facts.zone).toPlainDate();
    return minorChecklist(facts, context, today);
  }
}
