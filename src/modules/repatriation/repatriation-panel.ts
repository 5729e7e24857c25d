import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { inZulu } from '../../platform/database/json-rows';
import { statement } from '../../platform/database/statement';
import { notFound } from '../../platform/errors/domain-error';
import { partsOf, revealed, type CasePanel } from '../cases';
import { eligibility, MENDS } from './domain/eligibility';
import { stateCost } from './domain/itinerary';
import { journeyGaps } from './domain/journey';
import {
  authorisationOf,
  eligibilityFacts,
  type RepatriationFacts,
} from './domain/repatriation-facts';
import { planned, schedule } from './domain/schedule';
import { endsByFact } from './domain/template';
import { RepatriationFactsSource } from './repatriation-facts.source';

const PERSON_NAME = `(SELECT concat_ws(' ', p.given_names, p.first_surname, p.second_surname)
  FROM persons own JOIN persons p ON p.id = coalesce(own.merged_into, own.id) WHERE own.id = r.person_id)`;
const FILE = 'LEFT JOIN documents f ON f.id = r.document_id';
const FILE_FIELDS = `'documentId', r.document_id, 'documentTitle', f.title`;

/** The family's part of the page in one round trip, in the reader's scope. */
const READ = statement(
  'repatriation.panel',
  `SELECT c.id AS "caseId", c.type, x.agreed, x.children_born_abroad AS "childrenBornAbroad",
     x.children_registered AS "childrenRegistered", x.removal_authority AS "removalAuthority",
     x.removal_number AS "removalNumber", x.removal_ordered_on::text AS "removalOrderedOn",
     x.removal_ground AS "removalGround",
     (SELECT coalesce(json_agg(json_build_object('id', s.id, 'ownerRole', s.owner_role, 'ownerId', s.owner_id,
         'owner', (SELECT n.display_name FROM staff_names n WHERE n.id = s.owner_id), 'documents', s.documents,
         'reason', s.reason) ORDER BY s.position), '[]') FROM repatriation_steps s WHERE s.case_id = c.id) AS steps,
     ${partsOf(
       'repatriation_undertakings',
       `'outcome', r.outcome, 'waivedPercent', r.waived_percent, 'occurredAt', r.occurred_at, 'reason', r.reason, ${FILE_FIELDS}`,
       'r.occurred_at',
       FILE,
     )} AS undertakings,
     ${partsOf(
       'repatriation_consultations',
       `'kind', r.kind, 'state', r.state, 'costs', r.costs, 'request', r.request, 'askedAt', r.asked_at,
        'answeredAt', r.answered_at, 'answer', r.answer,
        'answeredBy', (SELECT n.display_name FROM staff_names n WHERE n.id = r.answered_by)`,
       'r.asked_at',
     )} AS consultations,
     ${partsOf(
       'journey_papers',
       `'kind', r.kind, 'holder', r.holder, 'number', r.number, 'issuedBy', r.issued_by, 'issuedOn', r.issued_on,
        'expiresOn', r.expires_on, 'note', r.note, ${FILE_FIELDS}`,
       'r.recorded_at',
       FILE,
     )} AS papers,
     ${partsOf(
       'itinerary_segments',
       `'mode', r.mode, 'carrier', r.carrier, 'service', r.service, 'ticket', r.ticket, 'fromPlace', r.from_place,
        'fromCountry', r.from_country, 'fromZone', r.from_zone, 'departsAt', r.departs_at, 'toPlace', r.to_place,
        'toCountry', r.to_country, 'toZone', r.to_zone, 'arrivesAt', r.arrives_at, 'fare', r.fare::text,
        'currency', r.currency, 'shares', r.shares, 'cancelledAt', r.cancelled_at, 'reason', r.reason`,
       'r.departs_at',
     )} AS segments,
     ${partsOf(
       'return_receptions',
       `'stage', r.stage, 'institution', r.institution, 'contact', r.contact, 'accepted', r.accepted,
        'occurredAt', r.occurred_at, 'handedOverAt', r.handed_over_at, 'note', r.note`,
     )} AS receptions,
     ${partsOf(
       'boardings',
       `'personId', r.person_id, 'person', ${PERSON_NAME}, 'occurredAt', r.occurred_at,
        'ticketHandedOver', r.ticket_handed_over, 'note', r.note`,
     )} AS boardings,
     ${partsOf(
       'return_arrivals',
       `'personId', r.person_id, 'person', ${PERSON_NAME}, 'occurredAt', r.occurred_at,
        'entryPoint', r.entry_point, 'reportedOn', r.reported_on, 'note', r.note`,
     )} AS arrivals,
     ${partsOf('benefit_notices', `'channel', r.channel, 'occurredAt', r.occurred_at, 'note', r.note`)} AS "benefitNotices",
     ${partsOf('repatriation_follow_ups', `'finding', r.finding, 'occurredAt', r.occurred_at, 'note', r.note`, 'r.occurred_at')} AS "followUps",
     ${partsOf(
       'repatriation_debts',
       `'kind', r.kind, 'state', r.state, 'costs', r.costs, 'currency', r.currency, 'amount', r.amount::text,
        'settledOn', r.settled_on, 'reason', r.reason, 'proof', r.proof, ${FILE_FIELDS}`,
       'r.position',
       FILE,
     )} AS debts,
     (SELECT coalesce(json_agg(json_build_object('currency', v.currency, 'owed', v.owed::text, 'paid', v.paid::numeric(18,2)::text,
         'waived', v.waived::numeric(18,2)::text, 'outstanding', v.outstanding::numeric(18,2)::text) ORDER BY v.currency), '[]')
        FROM app.repatriation_receivable(c.id) v) AS receivable,
     ${partsOf('debt_reminders', `'afterDays', r.after_days, 'state', r.state, 'why', r.why, 'endedAt', r.ended_at`, 'r.after_days')} AS "debtReminders"
   FROM repatriations x JOIN cases c ON c.id = x.case_id WHERE c.id = $1`,
);

interface Stored {
  steps: { id: string }[];
  [field: string]: unknown;
}

/** The family's part of the case page, with what the facts give: eligibility, dates, what is lacking. */
export type RepatriationView = ReturnType<typeof toView>;

@Injectable()
export class RepatriationPanel implements CasePanel {
  readonly name = 'repatriation';
  readonly family = 'repatriation';

  constructor(
    private readonly database: Database,
    private readonly source: RepatriationFactsSource,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async load({ id }: { id: string }): Promise<RepatriationView | null> {
    const [[row], facts] = await Promise.all([
      this.database.query<Stored>(READ, [id]),
      this.source.of(id),
    ]);
    if (!row || !facts) return null;
    const today = this.clock.now().toZonedDateTimeISO(facts.zone).toPlainDate();
    return toView(revealed(inZulu(row)) as Stored, facts, today);
  }

  /** 404 for a case of another family or out of reach. Being read is audited. */
  show(actor: Actor, caseId: string): Promise<RepatriationView> {
    return this.database.inTransaction(actor, async () => {
      const view = await this.load({ id: caseId });
      if (!view) throw notFound();
      await this.audit.record({
        ...{ action: 'repatriation.viewed', subjectType: 'case', subjectId: caseId },
      });
      return view;
    });
  }
}

type Today = Parameters<typeof schedule>[1];

function toView(row: Stored, facts: RepatriationFacts, today: Today) {
  const { steps: stored, ...told } = row;
  const laid = schedule(facts.steps.map(planned), today);
  const days = new Map(laid.steps.map((step) => [step.code, step]));
  const leaves = facts.segments[0]?.departsAt.toZonedDateTimeISO(facts.zone).toPlainDate();
  return {
    ...told,
    predictedArrival: laid.arrival?.toString() ?? null,
    eligibility: eligibility(facts.type, eligibilityFacts(facts)).map((finding) => ({
      ...finding,
      mend: MENDS[finding.condition],
    })),
    gaps: facts.boardings.length > 0 ? [] : journeyGaps(facts.type, facts.papers, leaves ?? today),
    stateCosts: [...stateCost(facts.segments)].map(([currency, amount]) => ({
      ...{ currency, amount },
    })),
    authorisedCosts: authorisationOf(facts)?.costs ?? [],
    debt: facts.debt,
    steps: facts.steps.map((step, i) => {
      const { slackDays, critical, ...on } = days.get(step.code)!;
      const { id, code, label, mandatory, after, state, startedOn, endedOn } = step;
      return {
        ...stored[i],
        ...{ id, code, label, days: step.days, mandatory, after, state, slackDays, critical },
        endsByFact: endsByFact(code),
        notBeforeOn: step.notBeforeOn?.toString() ?? null,
        startedOn: startedOn?.toString() ?? null,
        endedOn: endedOn?.toString() ?? null,
        startsOn: on.earliestStart.toString(),
        endsOn: on.earliestEnd.toString(),
        latestEndOn: on.latestEnd.toString(),
      };
    }),
  };
}
