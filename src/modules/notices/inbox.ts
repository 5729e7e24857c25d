import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { notFound } from '../../platform/errors/domain-error';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor';
import { Translator } from '../../platform/i18n/messages';
import { compose, type NoticeText } from './domain/compose';
import type { NoticeData } from './domain/notice';

const LIST = statement(
  'notice.list',
  `SELECT id, kind, case_id AS "caseId", reminder_id AS "reminderId", data,
          created_at AS "createdAt", read_at AS "readAt", created_at::text AS "cursorKey"
     FROM notices
    WHERE account_id = $1 AND ($2::boolean IS FALSE OR read_at IS NULL)
      AND ($3::timestamptz IS NULL OR (created_at, id) < ($3, $4::uuid))
    ORDER BY created_at DESC, id DESC LIMIT $5`,
);
const UNREAD = statement(
  'notice.unread',
  'SELECT count(*)::int AS total FROM notices WHERE account_id = $1 AND read_at IS NULL',
);
const READ = statement(
  'notice.read',
  `UPDATE notices SET read_at = coalesce(read_at, $3) WHERE id = $1 AND account_id = $2
   RETURNING id`,
);
const PREFERENCE = statement(
  'notice.preference',
  'SELECT mail FROM notice_preferences WHERE account_id = $1',
);
const PREFER = statement(
  'notice.prefer',
  `INSERT INTO notice_preferences (account_id, mail) VALUES ($1, $2)
   ON CONFLICT (account_id) DO UPDATE SET mail = EXCLUDED.mail, changed_at = transaction_timestamp()`,
);

export const MAIL_PREFERENCES = ['all', 'breaches'] as const;
export interface NoticePreferences {
  /**
   * `all`: everything by mail as well; `breaches`: reminders and admissions to a circle only in the
   * application.
   */
  mail: (typeof MAIL_PREFERENCES)[number];
}

interface NoticeRow {
  id: string;
  kind: string;
  caseId: string | null;
  reminderId: string | null;
  data: NoticeData;
  createdAt: Date;
  readAt: Date | null;
  /** In full: an instant of JavaScript has no microseconds. */
  cursorKey: string;
}

export interface NoticeView extends NoticeText {
  id: string;
  kind: string;
  caseId: string | null;
  reminderId: string | null;
  path: string;
  createdAt: string;
  readAt: string | null;
}

/** What an account has been told, in its language. */
@Injectable()
export class Inbox {
  constructor(
    private readonly database: Database,
    private readonly translator: Translator,
    private readonly clock: Clock,
  ) {}

  /** The newest first, with how many are unread. */
  async list(
    actor: Actor,
    query: { cursor?: string; limit: number; unread: boolean },
  ): Promise<Page<NoticeView> & { unread: number }> {
    const [at = null, id = null] = decodeCursor(query.cursor) ?? [];
    return this.database.inTransaction(actor, async () => {
      const values = [actor.accountId, query.unread, at, id, query.limit + 1];
      const rows = await this.database.query<NoticeRow>(LIST, values);
      const [count] = await this.database.query<{ total: number }>(UNREAD, [actor.accountId]);
      const page = toPage(
        rows,
        query.limit,
        (row) => [row.cursorKey, row.id],
        (row) => this.view(actor, row),
      );
      return { ...page, unread: count!.total };
    });
  }

  async markRead(actor: Actor, id: string): Promise<void> {
    await this.database.inTransaction(actor, async () => {
      const values = [id, actor.accountId, this.clock.now().toString()];
      const read = await this.database.query(READ, values);
      if (read.length === 0) throw notFound();
    });
  }

  async preferences(actor: Actor): Promise<NoticePreferences> {
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<NoticePreferences>(PREFERENCE, [actor.accountId]);
      return rows[0] ?? { mail: 'all' };
    });
  }

  async prefer(actor: Actor, preferences: NoticePreferences): Promise<NoticePreferences> {
    return this.database.inTransaction(actor, async () => {
      await this.database.query(PREFER, [actor.accountId, preferences.mail]);
      return preferences;
    });
  }

  private view(actor: Actor, row: NoticeRow): NoticeView {
    const { id, kind, caseId, reminderId, data } = row;
    return {
      ...{ id, kind, caseId, reminderId, path: data.path },
      ...compose(this.translator, actor.language, row),
      createdAt: row.createdAt.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
    };
  }
}
