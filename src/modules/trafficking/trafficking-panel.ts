import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { inZulu } from '../../platform/database/json-rows';
import { statement } from '../../platform/database/statement';
import { notFound } from '../../platform/errors/domain-error';
import { partsOf, revealed, type CasePanel } from '../cases';
import { qualify, type Qualification, type ToldExploitation } from './domain/qualification';
import type { AgeFinding } from './domain/protection';

const replaced = (table: string): string =>
  `'replaced', EXISTS (SELECT 1 FROM ${table} w WHERE w.replaces = r.id)`;

/** The family's part of the page in one round trip, in the reader's scope. */
const READ = statement(
  'trafficking.panel',
  `SELECT c.id AS "caseId", c.type,
     ${partsOf(
       'trafficking_findings',
       `'indicators', r.indicators, 'note', r.note, ${replaced('trafficking_findings')}`,
     )} AS findings,
     ${partsOf(
       'exploitations',
       `'acts', r.acts, 'purposes', r.purposes, 'means', r.means, 'recruitedThrough', r.recruited_through,
        'recruiterRelation', r.recruiter_relation, 'recruitedIn', r.recruited_in, 'promise', r.promise,
        'country', r.country, 'place', r.place, 'beganOn', r.began_on, 'endedOn', r.ended_on,
        'conditions', r.conditions, 'consentStated', r.consent_stated, ${replaced('exploitations')}`,
     )} AS exploitations,
     ${partsOf(
       'transit_legs',
       `'fromCountry', r.from_country, 'toCountry', r.to_country, 'travelledOn', r.travelled_on,
        'transport', r.transport, 'documents', r.documents, 'note', r.note, ${replaced('transit_legs')}`,
       'r.travelled_on',
     )} AS "transitLegs",
     ${partsOf(
       'perpetrators',
       `'part', r.part, 'name', r.name, 'description', r.description, 'sex', r.sex,
        'nationality', r.nationality, 'relation', r.relation, 'isStaff', r.account_id IS NOT NULL,
        ${replaced('perpetrators')}`,
     )} AS perpetrators,
     ${partsOf(
       'identity_checks',
       `'nationalityFinding', r.nationality_finding, 'nationality', r.nationality,
        'ageFinding', r.age_finding, 'checkedAt', r.checked_at, 'evidence', r.evidence`,
       'r.checked_at',
     )} AS checks,
     ${partsOf(
       'trafficking_referrals',
       `'recipient', r.recipient, 'state', r.state, 'occurredAt', r.occurred_at, 'authority', r.authority,
        'number', r.number, 'note', r.note, 'answeredAt', r.answered_at, 'answer', r.answer`,
       'r.occurred_at',
     )} AS referrals,
     ${partsOf(
       'reflection_periods',
       `'state', r.state, 'authority', r.authority, 'fromDay', r.from_day, 'untilDay', r.until_day, 'note', r.note`,
     )} AS reflections,
     ${partsOf(
       'safe_returns',
       `'risk', r.risk, 'riskAssessment', r.risk_assessment, 'reception', r.reception,
        'plannedOn', r.planned_on, 'arrivedAt', r.arrived_at, 'dependants', r.dependants, 'followUps',
         (SELECT coalesce(json_agg(json_build_object('id', f.id, 'occurredAt', f.occurred_at, 'finding', f.finding,
            'note', f.note) ORDER BY f.occurred_at), '[]') FROM safe_return_follow_ups f
            WHERE f.case_id = r.case_id AND f.return_id = r.id)`,
     )} AS returns
   FROM cases c WHERE c.id = $1 AND c.family = 'trafficking'`,
);

interface Stored {
  exploitations: (ToldExploitation & { replaced: boolean })[];
  checks: { ageFinding: AgeFinding }[];
  [field: string]: unknown;
}

/** The family's part of the case page, with what the facts suggest. */
export type TraffickingView = Stored & { qualification: Qualification };

@Injectable()
export class TraffickingPanel implements CasePanel {
  readonly name = 'trafficking';
  readonly family = 'trafficking';

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  async load({ id }: { id: string }): Promise<TraffickingView | null> {
    const [row] = await this.database.query<Stored>(READ, [id]);
    return row ? withQualification(revealed(inZulu(row)) as Stored) : null;
  }

  /** 404 for a case of another family or out of reach. Being read is audited. */
  show(actor: Actor, caseId: string): Promise<TraffickingView> {
    return this.database.inTransaction(actor, async () => {
      const view = await this.load({ id: caseId });
      if (!view) throw notFound();
      await this.audit.record({
        action: 'trafficking_case.viewed',
        subjectType: 'case',
        subjectId: caseId,
      });
      return view;
    });
  }
}

/** The newest check of age counts; what was replaced does not. */
const withQualification = (row: Stored): TraffickingView => ({
  ...row,
  qualification: qualify(
    row.exploitations.filter(({ replaced: gone }) => !gone),
    row.checks.find(({ ageFinding }) => ageFinding !== 'not_yet')?.ageFinding ?? null,
  ),
});
