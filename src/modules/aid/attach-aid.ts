import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { CaseRegistry, type CasePanel } from '../cases';
import { Obligations, type FactsSource } from '../obligations';
import { aidPlanner, type AidStageFact } from './domain/plan-aid';
import { aidTimelineKinds } from './timeline-kinds';

const STAGES = statement(
  'aid.stages',
  `SELECT d.case_id AS "caseId", d.id, d.aid_id AS "requestId", a.programme, a.kind, d.state, d.occurred_at AS since,
          a.paid_on::text AS "paidOn", a.due_on::text AS "dueOn"
     FROM aid_decisions d JOIN aid_requests a ON a.id = d.aid_id
    WHERE d.case_id = ANY ($1::uuid[]) AND d.act <> 'allow_advance'
    ORDER BY d.case_id, d.aid_id, d.occurred_at, d.id`,
);
const OF_CASE = statement(
  'aid.sum-of-case',
  `SELECT count(*)::int AS requests,
          count(*) FILTER (WHERE state NOT IN ('settled', 'refused', 'cancelled', 'rendered'))::int AS open,
          coalesce(sum(pen) FILTER (WHERE paid_on IS NOT NULL), 0)::numeric(18,2)::text AS "paidPen"
     FROM aid_requests WHERE case_id = $1`,
);

type StageRow = Omit<AidStageFact, 'since' | 'advance'> & {
  caseId: string;
  since: Date;
  paidOn: string | null;
  dueOn: string | null;
};

/** The stages that the clocks of aid run from. */
@Injectable()
export class AidStages implements FactsSource<readonly AidStageFact[]> {
  constructor(private readonly database: Database) {}

  async load(caseIds: readonly string[]): Promise<Map<string, AidStageFact[]>> {
    const facts = new Map<string, AidStageFact[]>();
    for (const { caseId, since, paidOn, dueOn, ...row } of await this.database.query<StageRow>(
      STAGES,
      [caseIds],
    )) {
      const at = Temporal.Instant.fromEpochMilliseconds(since.getTime());
      const advance = dueOn
        ? { paidOn: Temporal.PlainDate.from(paidOn!), dueOn: Temporal.PlainDate.from(dueOn) }
        : null;
      facts.set(caseId, [...(facts.get(caseId) ?? []), { ...row, since: at, advance }]);
    }
    return facts;
  }
}

/** How much aid a case has, on its page; the list is read on its own. */
@Injectable()
export class AidPanel implements CasePanel {
  readonly name = 'aid';

  constructor(private readonly database: Database) {}

  async load({ id }: { id: string }): Promise<{ requests: number; open: number; paidPen: string }> {
    const [sum] = await this.database.query<{ requests: number; open: number; paidPen: string }>(
      OF_CASE,
      [id],
    );
    return sum!;
  }
}

/** Puts aid into the case file and its clocks into the duty ledger. */
@Injectable()
export class AttachAid implements OnModuleInit {
  constructor(
    private readonly registry: CaseRegistry,
    private readonly obligations: Obligations,
    private readonly stages: AidStages,
    private readonly panel: AidPanel,
  ) {}

  onModuleInit(): void {
    this.registry.addTimelineKinds(aidTimelineKinds);
    this.registry.addPanel(this.panel);
    this.obligations.registerForAll(aidPlanner, this.stages);
  }
}
