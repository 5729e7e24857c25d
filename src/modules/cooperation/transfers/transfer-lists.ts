import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { notFound } from '../../../platform/errors/domain-error';
import { revealed } from '../../cases';
import { FullSight } from '../../obligations';
import type { TransferState } from '../domain/transfer';

const COLUMNS = `
  t.id, t.case_id AS "caseId", t.reference, t.family, t.type, t.tier, t.person_name AS "personName",
  t.next_duty AS "nextDuty", t.next_due_at AS "nextDueAt", t.from_post_id AS "fromPostId",
  f.code AS "fromPostCode", t.to_post_id AS "toPostId", p.code AS "toPostCode",
  p.time_zone AS "timeZone", t.receiver_id AS "receiverId", t.state, t.reason,
  t.decision_note AS "decisionNote", t.requested_at AS "requestedAt", a.display_name AS "requestedBy",
  t.decided_at AS "decidedAt", d.display_name AS "decidedBy", t.incoming
  FROM app.transfers_of_my_posts() t JOIN posts f ON f.id = t.from_post_id
  JOIN posts p ON p.id = t.to_post_id
  LEFT JOIN staff_names a ON a.id = t.requested_by LEFT JOIN staff_names d ON d.id = t.decided_by`;
const LIST = statement(
  'cooperation.transfers',
  `SELECT ${COLUMNS} WHERE ($1::text IS NULL OR t.state = $1)
      AND ($2::boolean IS NULL OR t.incoming = $2)
    ORDER BY (t.state <> 'pending'), t.requested_at DESC, t.id LIMIT 200`,
);
const ONE = statement('cooperation.transfer', `SELECT ${COLUMNS} WHERE t.id = $1`);
const NOTE = statement(
  'cooperation.hand-over-of-transfer',
  `SELECT situation, pending, risks, people_to_call AS "peopleToCall" FROM hand_over_notes
    WHERE transfer_id = $1 ORDER BY written_at DESC LIMIT 1`,
);

/** A transfer as the posts concerned see it; instants ISO 8601 UTC. */
export interface TransferView {
  id: string;
  caseId: string;
  reference: string;
  family: string;
  type: string;
  tier: string;
  /** With the next duty: only for whoever is to decide. */
  personName: string | null;
  nextDuty: string | null;
  nextDueAt: string | null;
  fromPostId: string;
  fromPostCode: string;
  toPostId: string;
  toPostCode: string;
  timeZone: string;
  receiverId: string | null;
  state: TransferState;
  reason: string;
  decisionNote: string | null;
  requestedAt: string;
  requestedBy: string | null;
  decidedAt: string | null;
  decidedBy: string | null;
  incoming: boolean;
}

export interface HandOverView {
  situation: string;
  pending: string | null;
  risks: string | null;
  peopleToCall: string | null;
}

/** Transfers to and from the reader's posts: what is to be decided, and the trace of what left. */
@Injectable()
export class TransferLists {
  constructor(
    private readonly database: Database,
    private readonly sight: FullSight,
    private readonly audit: Audit,
  ) {}

  /** At most 200, what is pending first. */
  list(
    actor: Actor,
    { state, incoming }: { state?: TransferState; incoming?: boolean },
  ): Promise<{ items: TransferView[] }> {
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query(LIST, [state ?? null, incoming ?? null]);
      return { items: rows.map((row) => revealed(row) as TransferView) };
    });
  }

  /** One transfer; for the receiver of a pending one, what the sender hands over. Audited. */
  open(actor: Actor, id: string): Promise<TransferView & { handOver: HandOverView | null }> {
    return this.database.inTransaction(actor, async () => {
      const transfer = await this.find(id);
      if (!transfer) throw notFound();
      const decides =
        transfer.incoming &&
        transfer.state === 'pending' &&
        actor.can('transfer.decide', transfer.toPostId);
      const [note] = decides ? await this.sight.during(() => this.database.query(NOTE, [id])) : [];
      await this.audit.record({
        action: 'transfer.viewed',
        subjectType: 'case',
        subjectId: transfer.caseId,
        details: { transfer: id },
      });
      return { ...transfer, handOver: note ? (revealed(note) as HandOverView) : null };
    });
  }

  /** Within the ambient transaction; null when it concerns none of the actor's posts. */
  async find(id: string): Promise<TransferView | null> {
    const [row] = await this.database.query(ONE, [id]);
    return row ? (revealed(row) as TransferView) : null;
  }
}
