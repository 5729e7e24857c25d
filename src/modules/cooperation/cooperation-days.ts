import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { revealed, type CaseRegistry } from '../cases';
import { RequestLists } from './requests/request-lists';

const INCOMING = statement(
  'cooperation.incoming-of-my-day',
  `SELECT t.id, t.reference AS "caseReference", t.family, t.person_name AS "personName",
          f.code AS "fromPostCode", t.requested_at AS "requestedAt"
     FROM app.transfers_of_my_posts() t JOIN posts f ON f.id = t.from_post_id
    WHERE t.incoming AND t.state = 'pending' AND t.to_post_id = ANY ($1)
    ORDER BY t.requested_at, t.id LIMIT 50`,
);
const HAND_OVERS = statement(
  'cooperation.hand-overs-of-my-day',
  `SELECT h.id, h.case_id AS "caseId", c.reference AS "caseReference", h.occasion,
          h.written_at AS "writtenAt", a.display_name AS author
     FROM hand_over_notes h JOIN cases c ON c.id = h.case_id
     LEFT JOIN staff_names a ON a.id = h.author_id
    WHERE h.receiver_id = $1 AND h.read_at IS NULL ORDER BY h.written_at, h.id LIMIT 50`,
);
const MENTIONS = statement(
  'cooperation.mentions-of-my-day',
  `SELECT m.id, m.case_id AS "caseId", c.reference AS "caseReference", m.at,
          a.display_name AS author
     FROM case_mentions m JOIN cases c ON c.id = m.case_id
     LEFT JOIN staff_names a ON a.id = m.mentioned_by
    WHERE m.account_id = $1 AND m.at > $2::timestamptz - interval '7 days'
    ORDER BY m.at DESC, m.id LIMIT 20`,
);

/** What colleagues wait for, on the page the day opens with. */
@Injectable()
export class CooperationDays {
  constructor(
    private readonly database: Database,
    private readonly requests: RequestLists,
  ) {}

  register(registry: CaseRegistry): void {
    const rows = async (sql: typeof INCOMING, values: unknown[]) =>
      (await this.database.query(sql, values)).map(revealed);
    registry.addMyDaySection({
      name: 'incomingTransfers',
      load: (actor) => rows(INCOMING, [postsWhere(actor, 'transfer.decide')]),
    });
    registry.addMyDaySection({
      name: 'requestsWaiting',
      load: (actor) => this.requests.waiting(actor),
    });
    registry.addMyDaySection({
      name: 'handOvers',
      load: (actor) => rows(HAND_OVERS, [actor.accountId]),
    });
    registry.addMyDaySection({
      name: 'mentions',
      load: (actor, now) => rows(MENTIONS, [actor.accountId, now.toString()]),
    });
  }
}

const postsWhere = (actor: Actor, permission: string): string[] =>
  actor.grants.flatMap(({ postId }) => (postId && actor.can(permission, postId) ? postId : []));
