import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import {
  CaseRegistry,
  type CaseFamily,
  type ChecklistItem,
  type Outcome,
  type Tier,
} from '../cases';
import { Obligations } from '../obligations';
import { joinPerson } from '../people';
import { DetentionFactsSource } from './detention-facts.source';
import { DetentionPanel } from './detention-panel';
import { detentionChecklist } from './domain/checklist';
import type { DetentionType } from './domain/detention-type';
import { detentionPlanner } from './domain/plan-detention';
import { HearingsOfMyDay } from './hearings-of-my-day';
import { detentionTimelineKinds } from './timeline-kinds';

const CONTEXT = statement(
  'detention.checklist',
  `SELECT d.charges IS NOT NULL OR d.offence_group IS NOT NULL AS "hasCharges",
     coalesce(p.identity = 'verified', false) AS "identityVerified",
     EXISTS (SELECT 1 FROM representatives r WHERE r.case_id = d.case_id AND r.role = 'lawyer'
       AND r.until IS NULL) AS "hasLawyer"
   FROM detentions d JOIN cases c ON c.id = d.case_id ${joinPerson('c.subject_person_id', 'p')}
  WHERE d.case_id = $1`,
);

/** How a detention may end for the file. */
const OUTCOMES = [
  'resolved',
  'released',
  'repatriated',
  'deported',
  'referred_and_followed',
  'orientation_given',
  'died',
  'withdrawn_by_person',
  'contact_lost',
  'outside_competence',
] as const satisfies readonly Outcome[];

/** Attaches detentions to the case file and their rules to the duty ledger. */
@Injectable()
export class DetentionFamily implements CaseFamily, OnModuleInit {
  readonly family = 'detention';
  /** Ordinary files; their health and mistreatment parts are restricted (taxonomy, *Case types*). */
  readonly types = {
    criminal_detention: 'standard',
    immigration_detention: 'standard',
    administrative_arrest: 'standard',
    expulsion_proceedings: 'standard',
    sentence_transfer: 'standard',
  } as const satisfies Record<DetentionType, Tier>;
  readonly timelineKinds = detentionTimelineKinds;
  readonly outcomes = OUTCOMES;

  constructor(
    private readonly registry: CaseRegistry,
    private readonly obligations: Obligations,
    private readonly source: DetentionFactsSource,
    private readonly panel: DetentionPanel,
    private readonly hearings: HearingsOfMyDay,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.registry.addFamily(this);
    this.registry.addPanel(this.panel);
    this.registry.addMyDaySection(this.hearings);
    this.obligations.register(detentionPlanner, this.source);
  }

  async checklist(caseId: string): Promise<ChecklistItem[]> {
    const [[context], facts] = await Promise.all([
      this.database.query<{ hasCharges: boolean; identityVerified: boolean; hasLawyer: boolean }>(
        CONTEXT,
        [caseId],
      ),
      this.source.of(caseId),
    ]);
    return facts && context ? detentionChecklist(facts, context) : [];
  }
}
