import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Translator } from '../../../platform/i18n/messages';
import {
  CaseRegistry,
  protectedTextData,
  type Case,
  type CaseChange,
  type CaseListener,
} from '../../cases';
import { ASSESSMENT_CONCLUSIONS } from '../domain/assessment-conclusion';
import { dutyLabel } from '../messages';
import { Obligations } from '../planning/obligations';
import { Planners } from '../planning/planners';
import { ListObligations } from './list-obligations';
import { MyDuties, SPANS } from './my-duties';

/** Changes of a case that change what it owes; recipients are looked up when a reminder goes out. */
const DECISIVE: ReadonlySet<CaseChange> = new Set<CaseChange>([
  'opened',
  'closed',
  'dismissed',
  'reopened',
  'closing_undone',
  'place_changed',
  'transferred',
  'contact_attempted',
]);

/** Puts the ledger into the case file: duties follow its changes and show on its page. */
@Injectable()
export class AttachToCases implements OnModuleInit, OnApplicationBootstrap, CaseListener {
  constructor(
    private readonly registry: CaseRegistry,
    private readonly obligations: Obligations,
    private readonly list: ListObligations,
    private readonly duties: MyDuties,
    private readonly planners: Planners,
    private readonly translator: Translator,
  ) {}

  onModuleInit(): void {
    this.registry.addListener(this);
    this.registry.addTimelineKinds({
      'vulnerability.assessed': z.object({
        factors: z.array(z.string()),
        conclusion: z.enum(ASSESSMENT_CONCLUSIONS),
        note: protectedTextData,
        /** Of the signed assessment; absent in entries of before. */
        assessmentId: z.uuid().optional(),
      }),
      'case.snoozed': z.object({ until: z.string(), reason: protectedTextData }),
      'case.snooze_undone': z.object({}),
    });
    this.registry.addPanel({
      name: 'obligations',
      load: ({ id }) => this.list.ofCase(id),
    });
    for (const name of SPANS) {
      this.registry.addMyDaySection({
        name,
        load: (actor, now, zone) => this.duties.within(actor, name, now, zone),
      });
    }
  }

  /** A duty that no reminder could name stops the boot. */
  onApplicationBootstrap(): void {
    const nameless = this.planners.kinds().filter((kind) => !this.translator.has(dutyLabel(kind)));
    if (nameless.length > 0) throw new Error(`duties without a label: ${nameless.join(', ')}`);
  }

  async caseChanged(file: Case, change: CaseChange): Promise<void> {
    if (DECISIVE.has(change)) await this.obligations.replan(file.id, `case_${change}`);
  }
}
