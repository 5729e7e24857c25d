import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { inZulu } from '../../platform/database/json-rows';
import { statement } from '../../platform/database/statement';
import { notFound } from '../../platform/errors/domain-error';
import { partsOf, revealed, type CasePanel } from '../cases';
import { joinPerson } from '../people';
import type { SafetyPlanContent } from './domain/course';
import type { RiskAnswers } from './domain/risk';

const NAME = (alias: string) =>
  `concat_ws(' ', ${alias}.given_names, ${alias}.first_surname, ${alias}.second_surname)`;

/** The family's part of the page in one round trip, in the reader's scope. */
const READ = statement(
  'gender-violence.panel',
  `SELECT c.id AS "caseId",
     ${partsOf(
       'violence_incidents',
       `'types', r.types, 'gbvimsType', r.gbvims_type, 'context', r.context, 'occurredFrom', r.occurred_from,
        'occurredTo', r.occurred_to, 'place', r.place, 'account', r.account,
        'aggressorPersonId', r.aggressor_person_id, 'aggressorName', nullif(${NAME('a')}, ''),
        'aggressorDescription', r.aggressor_description, 'aggressorRelation', r.aggressor_relation,
        'aggressorIsStaff', r.aggressor_account_id IS NOT NULL,
        'replaced', EXISTS (SELECT 1 FROM violence_incidents w WHERE w.replaces = r.id)`,
       'r.recorded_at',
       joinPerson('r.aggressor_person_id', 'a'),
     )} AS incidents,
     ${partsOf(
       'risk_assessments',
       `'occurredAt', r.occurred_at, 'instrumentVersion', r.instrument_version, 'answers', r.answers,
        'score', r.score, 'computedLevel', r.computed_level, 'level', r.level, 'raiseReason', r.raise_reason,
        'note', r.note`,
       'r.occurred_at',
     )} AS assessments,
     ${partsOf('risk_acceptances', `'assessmentId', r.assessment_id, 'reason', r.reason`)} AS acceptances,
     ${partsOf('safety_plans', `'version', r.version, 'content', r.content`, 'r.version')} AS "safetyPlans",
     ${partsOf(
       'protection_measures',
       `'kind', r.kind, 'state', r.state, 'authority', r.authority, 'number', r.number, 'scope', r.scope,
        'requestedOn', r.requested_on, 'grantedOn', r.granted_on, 'expiresOn', r.expires_on,
        'renewsId', r.renews_id, 'endedAt', r.ended_at, 'endReason', r.end_reason`,
     )} AS measures,
     ${partsOf(
       'children_at_risk',
       `'personId', r.person_id, 'fullName', nullif(${NAME('k')}, ''), 'situation', r.situation, 'note', r.note`,
       'r.recorded_at',
       joinPerson('r.person_id', 'k'),
     )} AS children,
     ${partsOf(
       'support_services',
       `'service', r.service, 'state', r.state, 'institution', r.institution, 'requestedOn', r.requested_on,
        'answeredOn', r.answered_on, 'note', r.note`,
     )} AS services,
     ${partsOf(
       'returns_to_peru',
       `'returnedAt', r.returned_at, 'institution', r.institution, 'plan', r.plan, 'followUps',
         (SELECT coalesce(json_agg(json_build_object('id', f.id, 'occurredAt', f.occurred_at, 'finding', f.finding,
            'note', f.note) ORDER BY f.occurred_at), '[]') FROM return_follow_ups f
            WHERE f.case_id = r.case_id AND f.return_id = r.id)`,
       'r.returned_at',
     )} AS returns,
     ${partsOf('assistance_outcomes', `'outcome', r.outcome, 'occurredAt', r.occurred_at, 'note', r.note`, 'r.occurred_at')} AS outcomes
   FROM cases c WHERE c.id = $1 AND c.family = 'gender_violence'`,
);

interface Stored {
  assessments: { answers: string }[];
  safetyPlans: { content: string }[];
  children: { personId: string }[];
  [field: string]: unknown;
}

/** The family's part of the case page. */
export type ViolenceView = Omit<Stored, 'assessments' | 'safetyPlans'> & {
  assessments: { answers: RiskAnswers }[];
  safetyPlans: { content: SafetyPlanContent }[];
};

@Injectable()
export class GenderViolencePanel implements CasePanel {
  readonly name = 'genderViolence';
  readonly family = 'gender_violence';

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  async load({ id }: { id: string }): Promise<ViolenceView | null> {
    const [row] = await this.database.query<Stored>(READ, [id]);
    return row ? toView(revealed(inZulu(row)) as Stored) : null;
  }

  /** 404 for a case of another family or out of reach. Being read is audited. */
  show(actor: Actor, caseId: string): Promise<ViolenceView> {
    return this.database.inTransaction(actor, async () => {
      const view = await this.load({ id: caseId });
      if (!view) throw notFound();
      await this.audit.record({
        action: 'violence_case.viewed',
        subjectType: 'case',
        subjectId: caseId,
      });
      return view;
    });
  }
}

/** Of a child the newest entry holds. */
const toView = (row: Stored): ViolenceView => ({
  ...row,
  assessments: row.assessments.map((a) => ({
    ...a,
    answers: JSON.parse(a.answers) as RiskAnswers,
  })),
  safetyPlans: row.safetyPlans.map((plan) => ({
    ...plan,
    content: JSON.parse(plan.content) as SafetyPlanContent,
  })),
  children: row.children.filter(
    (child, i) => row.children.findIndex(({ personId }) => personId === child.personId) === i,
  ),
});
