import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CaseRegistry,
  type CaseFamily,
  type ChecklistItem,
  type Outcome,
  type Tier,
} from '../cases';
import { Obligations } from '../obligations';
import { DeathFactsSource } from './death-facts.source';
import { DeathPanel } from './death-panel';
import { deathChecklist } from './domain/checklist';
import type { DeathCaseType } from './domain/death';
import { deathPlanner } from './domain/plan-death';
import { deathTimelineKinds } from './timeline-kinds';

/** How such a case may end for the file. */
const OUTCOMES = [
  'resolved',
  'repatriated',
  'aid_granted',
  'referred_and_followed',
  'orientation_given',
  'withdrawn_by_person',
  'outside_competence',
] as const satisfies readonly Outcome[];

/** Attaches deaths to the case file and their rules to the duty ledger. */
@Injectable()
export class DeathFamily implements CaseFamily, OnModuleInit {
  readonly family = 'death';
  readonly types = {
    death_abroad: 'standard',
    repatriation_of_remains: 'standard',
    repatriation_of_ashes: 'standard',
    local_burial_or_cremation: 'standard',
    estate: 'standard',
  } as const satisfies Record<DeathCaseType, Tier>;
  readonly timelineKinds = deathTimelineKinds;
  readonly outcomes = OUTCOMES;

  constructor(
    private readonly registry: CaseRegistry,
    private readonly obligations: Obligations,
    private readonly source: DeathFactsSource,
    private readonly panel: DeathPanel,
  ) {}

  onModuleInit(): void {
    this.registry.addFamily(this);
    this.registry.addPanel(this.panel);
    this.obligations.register(deathPlanner, this.source);
  }

  async checklist(caseId: string): Promise<ChecklistItem[]> {
    const facts = await this.source.of(caseId);
    return facts ? deathChecklist(facts) : [];
  }
}
