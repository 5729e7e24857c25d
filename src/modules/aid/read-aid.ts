import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { inZulu } from '../../platform/database/json-rows';
import { statement } from '../../platform/database/statement';
import { notFound } from '../../platform/errors/domain-error';
import { revealed } from '../cases';
import type { AidResponse } from './http/dto/aid.responses';
import { AidRules } from './aid-rules';
import { allowedTo } from './aid-work';
import { AidRequest } from './entities/aid.entity';
import type { AidQuery } from './http/dto/account.requests';

const NAME = (column: string): string =>
  `(SELECT n.display_name FROM staff_names n WHERE n.id = a.${column})`;
/** Whether an advance is out on a day after the one that was told, on the clock of the post. */
const OVERDUE = (now: string): string =>
  `(coalesce(a.due_on < (${now}::timestamptz AT TIME ZONE p.time_zone)::date, false)
    AND a.state IN ('paid', 'paid_urgent', 'regularised'))`;
/** Whoever does not reach the case sees the number and the money, never who it is for. */
const LINE = (
  now: string,
): string => `a.id, a.number, a.kind, a.state, a.stage_since AS "stageSince", a.programme, a.line, a.year,
  a.amount::text, a.currency, a.pen::text, a.urgent, a.version, p.code AS "postCode", p.id AS "postId",
  c.id AS "caseId", c.reference AS "caseReference", a.resolution_number AS "resolutionNumber",
  a.resolution_on::text AS "resolutionOn", a.paid_on::text AS "paidOn", a.paid_pen::text AS "paidPen",
  ${NAME('proposed_by')} AS "proposedBy", a.due_on::text AS "dueOn", ${OVERDUE(now)} AS overdue,
  CASE WHEN a.holder_account_id IS NOT NULL THEN 'officer' WHEN a.holder_beneficiary_id IS NOT NULL THEN 'person' END AS holder,
  a.persons::int`;
const FROM = `FROM aid_requests a JOIN posts p ON p.id = a.post_id LEFT JOIN cases c ON c.id = a.case_id`;

/** Open ones, the longest waiting first: urgent ones before all. */
const LIST = statement(
  'aid.list',
  `SELECT ${LINE('$3')} ${FROM}
    WHERE a.state NOT IN ('settled', 'refused', 'cancelled', 'rendered')
      AND ($1::uuid IS NULL OR a.post_id = $1) AND ($2::text IS NULL OR a.state = $2)
      AND ($5::text IS NULL OR a.kind = $5)
      AND CASE $4::text WHEN 'overdue' THEN ${OVERDUE('$3')}
            WHEN 'open' THEN a.due_on IS NOT NULL AND a.state IN ('paid', 'paid_urgent', 'regularised') ELSE true END
    ORDER BY a.state = 'paid_urgent' DESC, a.urgent DESC, a.stage_since, a.id LIMIT 300`,
);
const OF_CASE = statement(
  'aid.of-case',
  `SELECT ${LINE('$2')} ${FROM} WHERE a.case_id = $1 ORDER BY a.recorded_at DESC, a.id DESC LIMIT 200`,
);
const ONE = statement(
  'aid.one',
  `SELECT ${LINE('$2')}, a.excluded, a.proof, a.to_first_entry AS "toFirstEntry", a.exceeding, a.need, a.certificate,
     a.payment_method AS "paymentMethod", a.payment_proof AS "paymentProof", a.returned::text,
     a.proof_document_id AS "proofDocumentId", a.receiver_document_id AS "receiverDocumentId",
     ${NAME('endorsed_by')} AS "endorsedBy", ${NAME('reviewed_by')} AS "reviewedBy", ${NAME('approved_by')} AS "approvedBy",
     ${NAME('paid_by')} AS "paidBy", ${NAME('accounted_by')} AS "accountedBy", ${NAME('settled_by')} AS "settledBy",
     ${NAME('holder_account_id')} AS "holderOfficer", a.holder_account_id AS "holderAccountId",
     (SELECT b.person_id FROM aid_beneficiaries b WHERE b.id = a.holder_beneficiary_id) AS "holderPersonId",
     EXISTS (SELECT 1 FROM aid_decisions d WHERE d.aid_id = a.id AND d.act = 'allow_advance') AS "advanceAllowed",
     CASE WHEN a.paid_on IS NULL THEN 'post' = ANY (app.overdue_advances(a.id, NULL, NULL,
       ($2::timestamptz AT TIME ZONE p.time_zone)::date)) ELSE false END AS "postOverdue",
     (SELECT coalesce(json_agg(json_build_object('id', b.id, 'personId', b.person_id, 'amount', b.amount::text, 'name',
         (SELECT concat_ws(' ', s.given_names, s.first_surname, s.second_surname) FROM persons o
            JOIN persons s ON s.id = coalesce(o.merged_into, o.id) WHERE o.id = b.person_id)) ORDER BY b.id), '[]')
        FROM aid_beneficiaries b WHERE b.aid_id = a.id) AS beneficiaries,
     (SELECT coalesce(json_agg(json_build_object('id', q.id, 'supplier', q.supplier, 'amount', q.amount::text,
         'currency', q.currency, 'documentId', q.document_id) ORDER BY q.amount, q.id), '[]')
        FROM aid_quotes q WHERE q.aid_id = a.id) AS quotes,
     (SELECT coalesce(json_agg(json_build_object('id', w.id, 'step', w.step, 'finding', w.finding, 'evidence', w.evidence,
         'documentId', w.document_id) ORDER BY w.recorded_at, w.id), '[]') FROM aid_waterfall w WHERE w.aid_id = a.id) AS waterfall,
     (SELECT coalesce(json_agg(json_build_object('id', r.id, 'kind', r.kind, 'taxId', r.tax_id, 'number', r.number,
         'issuedOn', r.issued_on, 'amount', r.amount::text, 'currency', r.currency, 'documentId', r.document_id)
         ORDER BY r.recorded_at, r.id), '[]') FROM aid_receipts r WHERE r.aid_id = a.id) AS receipts,
     (SELECT coalesce(json_agg(json_build_object('id', d.id, 'act', d.act, 'state', d.state, 'occurredAt', d.occurred_at,
         'by', (SELECT n.display_name FROM staff_names n WHERE n.id = d.recorded_by), 'reason', d.reason, 'note', d.note)
         ORDER BY d.occurred_at, d.id), '[]') FROM aid_decisions d WHERE d.aid_id = a.id) AS decisions
   ${FROM} WHERE a.id = $1`,
);

type Row = Record<string, unknown>;
/** One aid with all its evidence, as its page shows it. */
export type AidOnRecord = AidResponse;

/** Aid in the reader's reach: of a case, of a post, or of the world for whoever answers for money. */
@Injectable()
export class ReadAid {
  constructor(
    private readonly database: Database,
    private readonly rules: AidRules,
    private readonly clock: Clock,
  ) {}

  /** What waits for somebody, the longest first. */
  list(actor: Actor, { post, state, kind, advances }: AidQuery): Promise<{ items: Row[] }> {
    return this.database.inTransaction(actor, async () => ({
      items: shown(
        await this.database.query<Row>(LIST, [
          ...[
            post ?? null,
            state ?? null,
            this.clock.now().toString(),
            advances ?? null,
            kind ?? null,
          ],
        ]),
      ),
    }));
  }

  /** Within the ambient transaction. */
  async ofCase(caseId: string): Promise<Row[]> {
    return shown(await this.database.query<Row>(OF_CASE, [caseId, this.clock.now().toString()]));
  }

  /** One request with its evidence, the rules it meets, and what the reader may do. 404 out of reach. */
  show(actor: Actor, id: string): Promise<Row> {
    return this.database.inTransaction(actor, () => this.read(actor, id));
  }

  /** The same for another part of the product, within the ambient transaction. */
  async onRecord(actor: Actor, id: string): Promise<AidOnRecord> {
    return (await this.read(actor, id)) as unknown as AidOnRecord;
  }

  private async read(actor: Actor, id: string): Promise<Row> {
    const aid = await this.database.manager.findOneBy(AidRequest, { id });
    if (!aid) throw notFound();
    const [[row], elsewhere] = await Promise.all([
      this.database.query<Row>(ONE, [id, this.clock.now().toString()]),
      this.rules.elsewhere(id),
    ]);
    // the rules and the other aid speak of persons: whoever does not see the case is not told
    const seesCase = row!['caseId'] !== null;
    const asksRules = aid.kind === 'request' && seesCase;
    return {
      ...(revealed(inZulu(dated(row!))) as Row),
      elsewhere: seesCase ? elsewhere : [],
      allowed: allowedTo(actor, aid),
      // alone: for one question of theirs more is seen than the reader may
      checks: asksRules ? await this.rules.checks(aid) : [],
    };
  }
}

const dated = (row: Row): Row => ({
  ...row,
  stageSince: (row['stageSince'] as Date).toISOString(),
});
const shown = (rows: Row[]): Row[] => rows.map(dated);
