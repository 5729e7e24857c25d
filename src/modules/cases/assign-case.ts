import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { protect, type ProtectedText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { DomainError } from '../../platform/errors/domain-error';
import { Assignees } from './assignees';
import { CaseMember } from './case-contents.entity';
import { CaseFiles } from './case-files';
import type { Case } from './case.entity';
import { assertOpen, transition } from './domain/case-transitions';
import { Timeline } from './timeline';

/** Who has a case, and the state that goes with it. */
export type Holding = Pick<Case, 'assigneeId' | 'status'>;

/**
 * Gives a case to someone of its post, with the history kept. An officer may take a free case or
 * hand on their own; the head of post and headquarters' desk may move any (starting matrix, default).
 */
@Injectable()
export class AssignCase {
  constructor(
    private readonly database: Database,
    private readonly files: CaseFiles,
    private readonly assignees: Assignees,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, id: string, body: { accountId: string; reason?: string }): Promise<Case> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lock(id);
      if (!(await this.examine(actor, file, body.accountId))) return file;
      const status =
        file.status === 'registered' ? transition('registered', 'active') : file.status;
      await this.give(file, { assigneeId: body.accountId, status }, protect(body.reason));
      return file;
    });
  }

  /** Throws what `run` would refuse with; false when the case is theirs already. */
  async examine(actor: Actor, file: Case, accountId: string): Promise<boolean> {
    assertOpen(file.status);
    this.assertMay(actor, file);
    if (file.assigneeId === accountId) return false;
    await this.assignees.assertWorksAt(accountId, file.postId);
    return true;
  }

  /**
   * Puts a case back in the hands that had it, nobody's included, as long as nobody else has moved it
   * since: 409 CHANGED_SINCE. The former assignee must still work at the post.
   */
  restore(actor: Actor, id: string, was: Holding, left: Holding): Promise<Case> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lock(id);
      actor.require('case.assign', file.postId);
      if (file.assigneeId !== left.assigneeId || file.status !== left.status) {
        throw new DomainError('CHANGED_SINCE', { status: 409 });
      }
      if (was.assigneeId) await this.assignees.assertWorksAt(was.assigneeId, file.postId);
      await this.give(file, was, null);
      return file;
    });
  }

  private async give(file: Case, next: Holding, reason: ProtectedText | null): Promise<void> {
    const from = file.assigneeId;
    const to = next.assigneeId;
    if (to) await this.files.addMember(file.id, to, 'assigned', reason?.reveal() ?? null);
    await this.files.update(file, { assigneeId: to, status: next.status });
    await this.timeline.append({
      caseId: file.id,
      kind: 'case.assigned',
      occurredAt: this.clock.now(),
      data: { from, to, reason },
    });
    await this.audit.record({
      action: 'case.assigned',
      subjectType: 'case',
      subjectId: file.id,
      details: { from, to },
    });
    await this.files.announce(file, 'assigned');
    // last: whoever hands a case on may lose sight of it with their membership
    if (from) await this.endMembership(file.id, from);
  }

  private assertMay(actor: Actor, file: Case): void {
    actor.require('case.assign', file.postId);
    const movesAny = actor.can('case.transfer', file.postId) || actor.holds('protection_desk');
    const own = file.assigneeId === null || file.assigneeId === actor.accountId;
    if (!movesAny && !own) throw new DomainError('CASE_OF_A_COLLEAGUE', { status: 403 });
  }

  private async endMembership(caseId: string, accountId: string): Promise<void> {
    await this.database.manager.update(
      CaseMember,
      { caseId, accountId, kind: 'assigned', until: IsNull() },
      { until: new Date(this.clock.now().epochMilliseconds) },
    );
  }
}
