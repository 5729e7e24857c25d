import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { inZulu } from '../../platform/database/json-rows';
import { statement } from '../../platform/database/statement';
import { notFound } from '../../platform/errors/domain-error';
import type { Answers } from '../../platform/questionnaires/questionnaire';
import { partsOf, revealed, type CasePanel } from '../cases';
import { joinPerson } from '../people';
import { comesOfAgeOn, isOfAge } from './domain/child';
import { counts } from './domain/guardianship';
import type { MinorFacts } from './domain/minor-facts';
import { mayTravel } from './domain/travel';
import type { MinorCaseResponse } from './http/dto/minor-case.response';
import { MinorFactsSource } from './minor-facts.source';

const NAME = `nullif(concat_ws(' ', n.given_names, n.first_surname, n.second_surname), '')`;
const PERSON = joinPerson('r.person_id', 'n');

/** A JSON list of what belongs to a row, in order of time. */
const within = (table: string, parent: string, fields: string, order: string): string =>
  `(SELECT coalesce(json_agg(json_build_object('id', y.id, ${fields}) ORDER BY ${order}, y.id), '[]')
      FROM ${table} y WHERE y.case_id = r.case_id AND y.${parent} = r.id)`;

/** The family's part of the page in one round trip, in the reader's scope. */
const READ = statement(
  'minors.panel',
  `SELECT c.id AS "caseId",
     ${partsOf(
       'child_situations',
       `'childWith', r.child_with, 'dangerToLife', r.danger_to_life, 'presumedAge', r.presumed_age,
        'occurredAt', r.occurred_at, 'note', r.note`,
       'r.occurred_at',
     )} AS situations,
     ${partsOf(
       'interest_assessments',
       `'stage', r.stage, 'occurredAt', r.occurred_at, 'instrumentVersion', r.instrument_version,
        'answers', r.answers, 'score', r.score, 'level', r.level, 'hearing', r.hearing,
        'maturity', r.maturity, 'opinion', r.opinion, 'course', r.course, 'reason', r.reason`,
       'r.occurred_at',
     )} AS interests,
     ${partsOf(
       'minor_guardianships',
       `'personId', coalesce(n.id, r.person_id), 'fullName', ${NAME}, 'ground', r.ground, 'state', r.state,
        'sole', r.sole, 'authority', r.authority, 'number', r.number, 'issuedOn', r.issued_on,
        'expiresOn', r.expires_on, 'documentId', r.document_id, 'note', r.note, 'decision', r.decision,
        'decidedAt', r.decided_at, 'endedAt', r.ended_at, 'version', r.version,
        'replaced', EXISTS (SELECT 1 FROM minor_guardianships w WHERE w.replaces = r.id)`,
       'r.recorded_at',
       PERSON,
     )} AS guardianships,
     ${partsOf(
       'travel_authorisations',
       `'kind', r.kind, 'personId', coalesce(n.id, r.person_id), 'fullName', ${NAME}, 'form', r.form,
        'authority', r.authority, 'number', r.number, 'givenOn', r.given_on, 'expiresOn', r.expires_on,
        'destination', r.destination, 'companion', r.companion, 'travelFrom', r.travel_from,
        'travelTo', r.travel_to, 'documentId', r.document_id, 'endedAt', r.ended_at,
        'endReason', r.end_reason`,
       'r.recorded_at',
       PERSON,
     )} AS authorisations,
     ${partsOf(
       'state_care_orders',
       `'authority', r.authority, 'number', r.number, 'since', r.since, 'placement', r.placement,
        'placementNote', r.placement_note, 'endedAt', r.ended_at, 'outcome', r.outcome,
        'outcomeNote', r.outcome_note,
        'hearings', ${within('state_care_hearings', 'care_id', `'heldAt', y.held_at, 'court', y.court, 'outcome', y.outcome, 'note', y.note`, 'y.held_at')},
        'steps', ${within('state_care_steps', 'care_id', `'step', y.step, 'takenOn', y.taken_on, 'authority', y.authority, 'note', y.note`, 'y.taken_on')}`,
     )} AS care,
     ${partsOf(
       'child_abductions',
       `'kind', r.kind, 'takenOn', r.taken_on, 'fromCountry', r.from_country, 'toCountry', r.to_country,
        'route', r.route, 'peruvianAuthority', r.peruvian_authority, 'foreignAuthority', r.foreign_authority,
        'note', r.note, 'replaced', EXISTS (SELECT 1 FROM child_abductions w WHERE w.replaces = r.id),
        'steps', ${within('abduction_steps', 'abduction_id', `'step', y.step, 'takenOn', y.taken_on, 'decision', y.decision, 'authority', y.authority, 'note', y.note`, 'y.taken_on')}`,
     )} AS abductions,
     ${partsOf(
       'tracing_steps',
       `'source', r.source, 'institution', r.institution, 'askedOn', r.asked_on, 'result', r.result,
        'answeredOn', r.answered_on, 'note', r.note`,
     )} AS tracing,
     ${partsOf(
       'located_relatives',
       `'personId', coalesce(n.id, r.person_id), 'fullName', ${NAME}, 'relation', r.relation, 'state', r.state,
        'whereabouts', r.whereabouts, 'proof', r.proof,
        'assessments', ${within('family_assessments', 'relative_id', `'occurredAt', y.occurred_at, 'institution', y.institution, 'suitability', y.suitability, 'report', y.report`, 'y.occurred_at')}`,
       'r.recorded_at',
       PERSON,
     )} AS relatives,
     ${partsOf(
       'reunifications',
       `'relativeId', r.relative_id, 'occurredAt', r.occurred_at, 'fromCountry', r.from_country,
        'toCountry', r.to_country, 'institution', r.institution, 'plan', r.plan,
        'followUps', ${within('reunification_follow_ups', 'reunification_id', `'occurredAt', y.occurred_at, 'finding', y.finding, 'note', y.note`, 'y.occurred_at')}`,
       'r.occurred_at',
     )} AS reunifications,
     ${partsOf('comings_of_age', `'course', r.course, 'occurredAt', r.occurred_at, 'note', r.note`, 'r.occurred_at')} AS "comingsOfAge"
   FROM cases c WHERE c.id = $1 AND c.family = 'minor'`,
);

/** The family's part of the case page, as the API describes it. */
export type MinorView = MinorCaseResponse;

@Injectable()
export class MinorPanel implements CasePanel {
  readonly name = 'minor';
  readonly family = 'minor';

  constructor(
    private readonly database: Database,
    private readonly source: MinorFactsSource,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async load({ id }: { id: string }): Promise<MinorView | null> {
    const [[row], facts] = await Promise.all([
      this.database.query<object>(READ, [id]),
      this.source.of(id),
    ]);
    if (!row || !facts) return null;
    const today = this.clock.now().toZonedDateTimeISO(facts.zone).toPlainDate();
    return withVerdicts(revealed(inZulu(row)) as MinorView, facts, today);
  }

  /** 404 for a case of another family or out of reach. Being read is audited. */
  show(actor: Actor, caseId: string): Promise<MinorView> {
    return this.database.inTransaction(actor, async () => {
      const view = await this.load({ id: caseId });
      if (!view) throw notFound();
      await this.audit.record({
        action: 'minor_case.viewed',
        subjectType: 'case',
        subjectId: caseId,
      });
      return view;
    });
  }
}

/** What the rules say today of what is on file. */
function withVerdicts(view: MinorView, facts: MinorFacts, today: Temporal.PlainDate): MinorView {
  const travel = mayTravel(facts, { day: today, destination: 'PE' });
  const standing = new Set(facts.guardianships.filter((g) => counts(g, today)).map(({ id }) => id));
  return {
    ...view,
    comesOfAgeOn: comesOfAgeOn(facts.age)?.toString() ?? null,
    ofAge: isOfAge(facts.age, today),
    travel: {
      allowed: travel.allowed,
      ground: travel.allowed ? travel.ground : null,
      missing: travel.missing,
    },
    guardianships: view.guardianships.map((g) => ({ ...g, counts: standing.has(g.id) })),
    interests: view.interests.map((assessment) => ({
      ...assessment,
      answers: JSON.parse(assessment.answers as unknown as string) as Answers,
    })),
  };
}
