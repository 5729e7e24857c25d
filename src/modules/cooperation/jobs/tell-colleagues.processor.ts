import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { Effects } from '../../../platform/jobs/effects';
import { Handles } from '../../../platform/jobs/handles';
import type { JobHandler } from '../../../platform/jobs/job-contract';
import { Notices } from '../../notices';
import { Readers } from '../mentions/readers';
import { TellColleagues, type Told } from './cooperation.jobs';

interface Addressee {
  accountId: string;
  caseId: string;
  reference: string;
  tier: string;
  postId: string;
  timeZone: string;
}

const OF_CASE = `c.id AS "caseId", c.reference, c.tier, c.post_id AS "postId", p.time_zone AS "timeZone"`;
const CASE = 'JOIN cases c ON c.id = x.case_id JOIN posts p ON p.id = c.post_id';
const SERVES = `s.valid_from <= now() AND (s.valid_until IS NULL OR s.valid_until > now())`;

/** Heads of the post that is to decide, or the one named. */
const OF_PROPOSAL = `
  SELECT DISTINCT s.account_id AS "accountId", ${OF_CASE} FROM case_transfers x ${CASE}
    JOIN staff_members s ON s.post_id = x.to_post_id AND s.role = 'head_of_post' AND ${SERVES}
   WHERE x.id = $1 AND x.state = 'pending'
     AND (x.receiver_id IS NULL AND c.tier <> 'sealed' OR s.account_id = x.receiver_id)`;
const OF_DECISION = `
  SELECT x.requested_by AS "accountId", ${OF_CASE} FROM case_transfers x ${CASE}
   WHERE x.id = $1 AND x.requested_by IS NOT NULL`;
/** The desk whose role is asked, of the post's region or the world; or who works the case. */
const OF_QUESTION = `
  SELECT DISTINCT s.account_id AS "accountId", ${OF_CASE} FROM service_requests x ${CASE}
    JOIN headquarters_desks d ON d.code = x.desk
    JOIN staff_members s ON ${SERVES} AND CASE x.direction
      WHEN 'to_headquarters' THEN s.post_id IS NULL AND s.role = d.role AND (s.region IS NULL OR s.region =
        (SELECT r.region FROM current_region_countries r WHERE r.country = p.country))
      ELSE s.account_id = c.assignee_id OR (s.post_id = c.post_id AND s.role = 'head_of_post') END
   WHERE x.id = $1 AND x.state = 'open'`;
const OF_ANSWER = `
  SELECT x.owner_id AS "accountId", ${OF_CASE} FROM service_requests x ${CASE}
   WHERE x.id = $1 AND x.owner_id IS NOT NULL`;
const OF_HAND_OVER = `
  SELECT x.receiver_id AS "accountId", ${OF_CASE} FROM hand_over_notes x ${CASE}
   WHERE x.id = $1 AND x.read_at IS NULL AND x.receiver_id IS NOT NULL`;
const OF_MENTION = `
  SELECT x.account_id AS "accountId", ${OF_CASE} FROM case_mentions x ${CASE} WHERE x.id = $1`;
const OF_MEMBER = `
  SELECT x.account_id AS "accountId", ${OF_CASE} FROM case_members x ${CASE} WHERE x.id = $1`;

/** Nobody is told of what they did themselves. */
const OF_ADMISSION = `
  SELECT x.account_id AS "accountId", ${OF_CASE} FROM case_members x ${CASE}
   WHERE x.id = $1 AND x.account_id IS DISTINCT FROM x.added_by
     AND (x.until IS NULL OR x.until > now())`;

const told = (what: Told, sql: string) => statement(`colleague.told-${what}`, sql);

interface Telling {
  sql: ReturnType<typeof statement>;
  /** Absent: the case's page. */
  path: string | null;
  /** Whether those hear of it who do not see the case (yet, or any more). */
  outside: boolean;
  /** Whether a mail about it may be declined. */
  optionalMail?: boolean;
}

/** Who hears of what. */
const ADDRESSEES: Readonly<Record<Told, Telling>> = {
  transfer_proposed: {
    sql: told('transfer_proposed', OF_PROPOSAL),
    path: '/inbox',
    outside: true,
  },
  transfer_accepted: {
    sql: told('transfer_accepted', OF_DECISION),
    path: '/inbox',
    outside: true,
  },
  transfer_rejected: {
    sql: told('transfer_rejected', OF_DECISION),
    path: '/inbox',
    outside: true,
  },
  request_asked: { sql: told('request_asked', OF_QUESTION), path: null, outside: false },
  request_answered: { sql: told('request_answered', OF_ANSWER), path: null, outside: false },
  handed_over: { sql: told('handed_over', OF_HAND_OVER), path: null, outside: false },
  mentioned: { sql: told('mentioned', OF_MENTION), path: null, outside: false },
  joined_case: { sql: told('joined_case', OF_MEMBER), path: null, outside: false },
  admitted: {
    sql: told('admitted', OF_ADMISSION),
    ...{ path: null, outside: false, optionalMail: true },
  },
};

/**
 * Tells colleagues what happened, once each: whoever may see the case when it is told. Of a transfer
 * the other post hears that it waits, or how it ended; the notice carries the number alone.
 */
@Handles(TellColleagues)
export class TellColleaguesProcessor implements JobHandler<{ what: Told; subjectId: string }> {
  constructor(
    private readonly database: Database,
    private readonly effects: Effects,
    private readonly readers: Readers,
    private readonly notices: Notices,
  ) {}

  async run(payload: { what: Told; subjectId: string }): Promise<void> {
    const { what, subjectId } = payload;
    const { sql, path, outside, optionalMail = false } = ADDRESSEES[what];
    await this.effects.once(TellColleagues.key(payload), async () => {
      const rows = await this.database.query<Addressee>(sql, [subjectId]);
      const [first] = rows;
      if (!first) return;
      const ids = rows.map(({ accountId }) => accountId);
      const may = outside ? new Set(ids) : await this.readers.among(first.caseId, ids);
      for (const row of rows.filter(({ accountId }) => may.has(accountId))) {
        await this.notices.notify({
          accountId: row.accountId,
          kind: what,
          caseId: row.caseId,
          postId: row.tier === 'sealed' ? null : row.postId,
          data: {
            params: { reference: row.reference },
            timeZone: row.timeZone,
            path: path ?? `/cases/${row.caseId}`,
          },
          key: `${TellColleagues.key(payload)}:${row.accountId}`,
          optionalMail,
        });
      }
    });
  }
}
