import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CaseRegistry,
  type CaseFamily,
  type ChecklistItem,
  type Outcome,
  type Tier,
} from '../cases';
import { Obligations } from '../obligations';
import { missingChecklist } from './domain/checklist';
import type { MissingCaseType } from './domain/missing-person';
import { missingPlanner } from './domain/plan-missing';
import { MissingFactsSource } from './missing-facts.source';
import { MissingPanel } from './missing-panel';
import { missingTimelineKinds } from './timeline-kinds';

/** Outcomes that tell what was found: restricted as the result itself. */
const LOCATED = [
  'located_contact_authorised',
  'located_contact_refused',
  'not_located',
  'died',
] as const satisfies readonly Outcome[];
/** How such a case may end for the file. */
const OUTCOMES = [
  ...LOCATED,
  'resolved',
  'referred_and_followed',
  'withdrawn_by_person',
  'outside_competence',
] as const satisfies readonly Outcome[];

/** Attaches missing persons to the case file and their rules to the duty ledger. */
@Injectable()
export class MissingFamily implements CaseFamily, OnModuleInit {
  readonly family = 'missing_person';
  /** The case is ordinary; its result is not (taxonomy, *Case types*). */
  readonly types = {
    whereabouts: 'standard',
    missing_in_transit: 'standard',
    disappearance: 'standard',
  } as const satisfies Record<MissingCaseType, Tier>;
  readonly timelineKinds = missingTimelineKinds;
  readonly outcomes = OUTCOMES;
  readonly restrictedOutcomes = LOCATED;

  constructor(
    private readonly registry: CaseRegistry,
    private readonly obligations: Obligations,
    private readonly source: MissingFactsSource,
    private readonly panel: MissingPanel,
  ) {}

  onModuleInit(): void {
    this.registry.addFamily(this);
    this.registry.addPanel(this.panel);
    this.obligations.register(missingPlanner, this.source);
  }

  async checklist(caseId: string): Promise<ChecklistItem[]> {
    const facts = await this.source.of(caseId);
    return facts ? missingChecklist(facts) : [];
  }
}
