import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { protect } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { Outbox } from '../../../platform/outbox/outbox';
import { Assignees, CaseMember, type Case } from '../../cases';
import { CaseWork, dateOf } from '../case-work';
import { TellColleagues, telling } from '../jobs/cooperation.jobs';

export const TEAM_KINDS = ['second', 'honorary'] as const;
/** A second officer, or an honorary consul to whom the case is handed (RC arts. 55, 57). */
export type TeamKind = (typeof TEAM_KINDS)[number];

const CURRENT = statement(
  'cooperation.current-member',
  `SELECT id FROM case_members WHERE case_id = $1 AND account_id = $2 AND kind = $3
      AND (until IS NULL OR until > $4)`,
);
const HONORARY = statement(
  'cooperation.is-honorary-of',
  `SELECT 1 AS found FROM staff_members m JOIN posts p ON p.id = m.post_id
    WHERE m.account_id = $1 AND m.role = 'honorary_consul' AND (p.parent_id = $2 OR p.id = $2)
      AND m.valid_from <= now() AND (m.valid_until IS NULL OR m.valid_until > now())`,
);
const OFFICER = statement(
  'cooperation.is-staff-of',
  `SELECT 1 AS found FROM staff_members m
    WHERE m.account_id = $1 AND m.post_id = $2 AND m.role <> 'honorary_consul'
      AND m.valid_from <= now() AND (m.valid_until IS NULL OR m.valid_until > now())`,
);

export interface AddToTeam {
  kind: TeamKind;
  accountId: string;
  /** Instant; absent: until further notice. */
  until?: string | null;
  reason?: string;
}

/** Who works a case beside its assignee, between two dates. */
@Injectable()
export class CaseTeam {
  constructor(
    private readonly database: Database,
    private readonly work: CaseWork,
    private readonly assignees: Assignees,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Their duties show in *My day* and reminders reach them. 422 when the account does not serve
   * there in that way, 409 ALREADY_IN_TEAM.
   */
  add(actor: Actor, caseId: string, body: AddToTeam): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.assign', async (file) => {
      this.work.assertMoves(actor, file);
      const now = this.work.now();
      const until = body.until ? Temporal.Instant.from(body.until) : null;
      if (until && Temporal.Instant.compare(until, now) <= 0) {
        throw invalidField('until', 'notInPast');
      }
      await this.assertFits(file, body);
      const values = [caseId, body.accountId, body.kind, now.toString()];
      const [current] = await this.database.query(CURRENT, values);
      if (current) throw new DomainError('ALREADY_IN_TEAM', { status: 409 });
      const id = newId();
      await this.database.manager.insert(CaseMember, {
        id,
        caseId,
        accountId: body.accountId,
        kind: body.kind,
        until: until && dateOf(until),
        reason: body.reason?.normalize('NFC') ?? null,
        addedBy: actor.accountId,
      });
      await this.work.trace(caseId, 'team.joined', {
        accountId: body.accountId,
        as: body.kind,
        until: until?.toString() ?? null,
        reason: protect(body.reason),
      });
      await this.outbox.append(TellColleagues, telling('joined_case', id));
      return { id };
    });
  }

  /** Ends it now. 404 unless that membership runs; whoever holds it may leave by themselves. */
  end(
    actor: Actor,
    caseId: string,
    memberId: string,
    reason: string | null,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.assign', async (file) => {
      const now = this.work.now();
      const member = await this.database.manager.findOneBy(CaseMember, { id: memberId, caseId });
      const runs = member && (!member.until || member.until > dateOf(now));
      const kind = TEAM_KINDS.find((each) => each === member?.kind);
      if (!runs || !kind) throw notFound();
      if (member.accountId !== actor.accountId) this.work.assertMoves(actor, file);
      await this.work.trace(caseId, 'team.left', {
        accountId: member.accountId,
        as: kind,
        reason: protect(reason),
      });
      // last: whoever leaves may lose sight of the case with it
      await this.database.manager.update(CaseMember, memberId, { until: dateOf(now) });
      return { id: memberId };
    });
  }

  private async assertFits(file: Case, { kind, accountId, reason }: AddToTeam): Promise<void> {
    if (accountId === file.assigneeId) throw invalidField('accountId', 'already_in_charge');
    if (kind === 'honorary') {
      if (!reason) throw invalidField('reason', 'isNotEmpty');
      const [found] = await this.database.query(HONORARY, [accountId, file.postId]);
      if (!found) throw invalidField('accountId', 'honorary_of_another_post');
      return;
    }
    const [found] = await this.database.query(OFFICER, [accountId, file.postId]);
    if (!found)
      throw new DomainError('ASSIGNEE_NOT_AT_POST', {
        errors: [{ path: 'accountId', code: 'ASSIGNEE_NOT_AT_POST' }],
      });
    await this.assignees.assertWorksAt(accountId, file.postId);
  }
}
