import { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { Effects } from '../../../platform/jobs/effects';
import { Handles } from '../../../platform/jobs/handles';
import type { JobHandler } from '../../../platform/jobs/job-contract';
import { Timeline } from '../../cases';
import { Notices } from '../../notices';
import { Obligations } from '../../obligations';
import { FollowBreakGlass, type GlassEvent } from './break-glass.jobs';

const REQUEST = statement(
  'glass.request',
  `SELECT r.account_id AS "accountId", r.case_id AS "caseId", r.reference, r.decided_at AS "decidedAt",
          r.reviewed_at AS "reviewedAt" FROM break_glass_requests r WHERE r.id = $1`,
);
const GUARDIANS = statement(
  'glass.guardians',
  `SELECT DISTINCT account_id AS "accountId" FROM staff_members WHERE role = 'guardian'
      AND valid_from <= now() AND (valid_until IS NULL OR valid_until > now())`,
);
const CIRCLE = statement(
  'glass.circle',
  `SELECT DISTINCT account_id AS "accountId" FROM live_case_members
    WHERE case_id = $1 AND account_id <> $2 AND kind <> 'break_glass'`,
);

interface Request {
  accountId: string;
  caseId: string | null;
  reference: string;
  decidedAt: Date | null;
  reviewedAt: Date | null;
}

/**
 * What follows, at once: the guardian hears of every request, the circle and the guardian of every
 * entry; the case's timeline and its duties take it in. Notices carry the reference alone.
 */
@Handles(FollowBreakGlass)
export class FollowBreakGlassProcessor implements JobHandler<{
  what: GlassEvent;
  requestId: string;
}> {
  constructor(
    private readonly database: Database,
    private readonly effects: Effects,
    private readonly timeline: Timeline,
    private readonly obligations: Obligations,
    private readonly notices: Notices,
  ) {}

  async run(payload: { what: GlassEvent; requestId: string }): Promise<void> {
    const { what, requestId } = payload;
    await this.effects.once(FollowBreakGlass.key(payload), async () => {
      const [request] = await this.database.query<Request>(REQUEST, [requestId]);
      if (!request) return;
      const { accountId, caseId } = request;
      if (what !== 'reviewed') {
        const kind = what === 'asked' ? 'glass_asked' : 'glass_broken';
        await this.tell(payload, kind, request, await this.accounts(GUARDIANS, []), null);
      }
      if (what === 'asked' || !caseId) return;
      if (what === 'broken') {
        const circle = await this.accounts(CIRCLE, [caseId, accountId]);
        await this.tell(payload, 'glass_broken', request, circle, caseId);
      }
      const at = what === 'broken' ? request.decidedAt! : request.reviewedAt!;
      await this.timeline.append({
        caseId,
        kind: what === 'broken' ? 'glass.broken' : 'glass.reviewed',
        occurredAt: Temporal.Instant.fromEpochMilliseconds(at.getTime()),
        data: { requestId, accountId },
      });
      await this.obligations.replan(caseId, what === 'broken' ? 'glass_broken' : 'glass_reviewed');
    });
  }

  private async accounts(
    sql: ReturnType<typeof statement>,
    values: readonly unknown[],
  ): Promise<string[]> {
    const rows = await this.database.query<{ accountId: string }>(sql, values);
    return rows.map(({ accountId }) => accountId);
  }

  private async tell(
    payload: { what: GlassEvent; requestId: string },
    kind: string,
    { reference }: Request,
    accounts: readonly string[],
    caseId: string | null,
  ): Promise<void> {
    for (const accountId of accounts) {
      await this.notices.notify({
        accountId,
        kind,
        caseId,
        postId: null,
        data: {
          params: { reference },
          timeZone: 'America/Lima',
          path: `/break-glass/${payload.requestId}`,
        },
        key: `${FollowBreakGlass.key(payload)}:${accountId}`,
      });
    }
  }
}
