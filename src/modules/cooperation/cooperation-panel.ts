import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { revealed, type CasePanel } from '../cases';
import { RequestLists, type RequestMessageView, type RequestView } from './requests/request-lists';
import type { HandOverView, TransferView } from './transfers/transfer-lists';

const TEAM = statement(
  'cooperation.team',
  `SELECT m.id, m.account_id AS "accountId", n.display_name AS "displayName", m.kind, m.since, m.until, m.reason
     FROM case_members m LEFT JOIN staff_names n ON n.id = m.account_id
    WHERE m.case_id = $1 AND m.kind IN ('second', 'honorary')
    ORDER BY (m.until IS NOT NULL AND m.until <= now()), m.since DESC, m.id LIMIT 200`,
);
const TRANSFERS = statement(
  'cooperation.transfers-of-case',
  `SELECT t.id, t.from_post_id AS "fromPostId", f.code AS "fromPostCode", t.to_post_id AS "toPostId",
          p.code AS "toPostCode", t.state, t.reason, t.decision_note AS "decisionNote",
          t.requested_at AS "requestedAt", a.display_name AS "requestedBy",
          t.decided_at AS "decidedAt", d.display_name AS "decidedBy"
     FROM case_transfers t JOIN posts f ON f.id = t.from_post_id JOIN posts p ON p.id = t.to_post_id
     LEFT JOIN staff_names a ON a.id = t.requested_by LEFT JOIN staff_names d ON d.id = t.decided_by
    WHERE t.case_id = $1 ORDER BY t.requested_at DESC, t.id LIMIT 200`,
);
const NOTES = statement(
  'cooperation.hand-overs-of-case',
  `SELECT h.id, h.occasion, h.written_at AS "writtenAt", h.situation, h.pending, h.risks,
          h.people_to_call AS "peopleToCall", h.author_id AS "authorId", a.display_name AS author,
          h.receiver_id AS "receiverId", r.display_name AS receiver, h.read_at AS "readAt",
          b.display_name AS "readBy"
     FROM hand_over_notes h LEFT JOIN staff_names a ON a.id = h.author_id
     LEFT JOIN staff_names r ON r.id = h.receiver_id LEFT JOIN staff_names b ON b.id = h.read_by
    WHERE h.case_id = $1 ORDER BY h.written_at DESC, h.id LIMIT 200`,
);

const REFERRALS = statement(
  'cooperation.referrals-of-case',
  `SELECT r.id, r.institution_id AS "institutionId", i.name_es AS "institutionEs",
          i.name_en AS "institutionEn", r.office, r.purpose, r.categories, r.ground, r.request,
          r.sent_at AS "sentAt", a.display_name AS "sentBy", r.expires_at AS "expiresAt", r.state,
          r.outcome, r.answer, r.ended_at AS "endedAt", r.version
     FROM referrals r JOIN referral_institutions i ON i.id = r.institution_id AND i.version = r.institution_version
     LEFT JOIN staff_names a ON a.id = r.sent_by
    WHERE r.case_id = $1 ORDER BY (r.state <> 'sent'), r.sent_at DESC, r.id LIMIT 200`,
);

/** A referral on the page of its case. */
export interface ReferralView {
  id: string;
  institutionId: string;
  institutionEs: string;
  institutionEn: string;
  office: string | null;
  purpose: string;
  categories: string[];
  ground: string;
  request: string;
  sentAt: string;
  sentBy: string | null;
  expiresAt: string;
  state: string;
  outcome: string | null;
  answer: string | null;
  endedAt: string | null;
  version: number;
}

/** A case as colleagues work it together; instants ISO 8601 UTC. */
export interface CooperationView {
  team: {
    id: string;
    accountId: string;
    displayName: string | null;
    kind: string;
    since: string;
    until: string | null;
    reason: string | null;
  }[];
  transfers: Pick<
    TransferView,
    | 'id'
    | 'fromPostId'
    | 'fromPostCode'
    | 'toPostId'
    | 'toPostCode'
    | 'state'
    | 'reason'
    | 'decisionNote'
    | 'requestedAt'
    | 'requestedBy'
    | 'decidedAt'
    | 'decidedBy'
  >[];
  handOvers: (HandOverView & {
    id: string;
    occasion: string;
    writtenAt: string;
    authorId: string | null;
    author: string | null;
    receiverId: string | null;
    receiver: string | null;
    readAt: string | null;
    readBy: string | null;
  })[];
  requests: (RequestView & { messages: RequestMessageView[] })[];
  referrals: ReferralView[];
}

/** Part of the case page: the team, transfers, hand-over notes, requests, referrals; in the reader's scope. */
@Injectable()
export class CooperationPanel implements CasePanel {
  readonly name = 'cooperation';

  constructor(
    private readonly database: Database,
    private readonly requests: RequestLists,
  ) {}

  async load({ id }: { id: string }): Promise<CooperationView> {
    const [team, transfers, handOvers, requests, referrals] = await Promise.all([
      this.database.query(TEAM, [id]),
      this.database.query(TRANSFERS, [id]),
      this.database.query(NOTES, [id]),
      this.requests.ofCase(id),
      this.database.query(REFERRALS, [id]),
    ]);
    return revealed({ team, transfers, handOvers, requests, referrals }) as CooperationView;
  }
}
