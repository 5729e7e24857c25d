import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { inZulu } from '../../platform/database/json-rows';
import { statement } from '../../platform/database/statement';
import { notFound } from '../../platform/errors/domain-error';
import { partsOf, revealed, type CasePanel } from '../cases';
import { joinPerson } from '../people';
import { mayTell, type MayTell, type Tellable, type Will } from './domain/may-tell';
import { MissingPolicies } from './missing-policies';

const NAME = (alias: string) =>
  `concat_ws(' ', ${alias}.given_names, ${alias}.first_surname, ${alias}.second_surname)`;

/** The family's part of the page in one round trip, in the reader's scope: restricted rows stay out. */
const READ = statement(
  'missing-person.panel',
  `SELECT c.id AS "caseId", app.sees_restricted(c.post_id, c.id) AS "seesResult",
     m.requester_person_id AS "requesterPersonId", nullif(${NAME('q')}, '') AS "requesterName", m.relation,
     m.requester_contact AS "requesterContact", m.last_seen_on::text AS "lastSeenOn", m.last_known AS "lastKnown", m.fear,
     ${partsOf('interest_decisions', `'decision', r.decision, 'reason', r.reason, 'occurredAt', r.occurred_at`)} AS decisions,
     ${partsOf(
       'search_inquiries',
       `'kind', r.kind, 'authority', r.authority, 'note', r.note, 'sentAt', r.sent_at, 'answeredAt', r.answered_at,
        'followsId', r.follows_id, 'answer', (SELECT a.answer FROM search_answers a
          WHERE a.case_id = r.case_id AND a.inquiry_id = r.id ORDER BY a.recorded_at DESC LIMIT 1)`,
       'r.sent_at',
     )} AS inquiries,
     ${partsOf('sightings', `'occurredAt', r.occurred_at, 'place', r.place, 'account', r.account, 'source', r.source`)} AS sightings,
     ${partsOf(
       'search_results',
       `'result', r.result, 'occurredAt', r.occurred_at, 'place', r.place, 'detail', r.detail`,
       'r.occurred_at',
     )} AS results,
     ${partsOf(
       'located_wills',
       `'will', r.will, 'recipientPersonId', r.recipient_person_id, 'recipientName', nullif(${NAME('w')}, ''),
        'allows', r.allows, 'message', r.message, 'note', r.note, 'occurredAt', r.occurred_at`,
       'r.occurred_at',
       joinPerson('r.recipient_person_id', 'w'),
     )} AS wills,
     ${partsOf('disclosure_orders', `'authority', r.authority, 'number', r.number, 'orderedOn', r.ordered_on, 'orders', r.orders, 'detail', r.detail`)} AS orders,
     ${partsOf('requester_answers', `'basis', r.basis, 'categories', r.categories, 'told', r.told, 'channel', r.channel, 'occurredAt', r.occurred_at`)} AS answers
   FROM missing_persons m JOIN cases c ON c.id = m.case_id ${joinPerson('m.requester_person_id', 'q')}
  WHERE c.id = $1`,
);

interface Stored {
  requesterPersonId: string;
  seesResult: boolean;
  wills: {
    id: string;
    will: Will;
    recipientPersonId: string | null;
    allows: Tellable[];
    occurredAt: string;
  }[];
  orders: { id: string; orders: Tellable[]; recordedAt: string }[];
  [field: string]: unknown;
}

/** The family's part of the case page. */
export type MissingView = Stored & {
  /** What may be told now; null for whoever does not see the result. */
  mayTell: MayTell | null;
  neutralAnswer: { es: string; en: string };
};

const millis = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;

@Injectable()
export class MissingPanel implements CasePanel {
  readonly name = 'missingPerson';
  readonly family = 'missing_person';

  constructor(
    private readonly database: Database,
    private readonly policies: MissingPolicies,
    private readonly audit: Audit,
  ) {}

  async load({ id }: { id: string }): Promise<MissingView | null> {
    const [[row], policy] = await Promise.all([
      this.database.query<Stored>(READ, [id]),
      this.policies.current(),
    ]);
    if (!row) return null;
    const view = revealed(inZulu(row)) as Stored;
    const may = mayTell(
      view.wills.map((w) => ({ ...w, at: millis(w.occurredAt) })),
      view.orders.map((o) => ({ ...o, at: millis(o.recordedAt) })),
      view.requesterPersonId,
    );
    return {
      ...view,
      mayTell: view.seesResult ? may : null,
      neutralAnswer: policy.neutralAnswer,
    };
  }

  /** 404 for a case of another family or out of reach. Being read is audited. */
  show(actor: Actor, caseId: string): Promise<MissingView> {
    return this.database.inTransaction(actor, async () => {
      const view = await this.load({ id: caseId });
      if (!view) throw notFound();
      await this.audit.record({
        action: 'missing_person_case.viewed',
        subjectType: 'case',
        subjectId: caseId,
      });
      return view;
    });
  }
}
