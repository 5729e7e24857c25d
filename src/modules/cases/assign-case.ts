import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { DomainError } from '../../platform/errors/domain-error';
import { Assignees } from './assignees';
import { CaseMember } from './case-contents.entity';
import { CaseFiles } from './case-files';
import type { Case } from './case.entity';
import { assertOpen, transition } from './domain/case-transitions';
import { Timeline } from './timeline';

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
      assertOpen(file.status);
      this.assertMay(actor, file);
      if (file.assigneeId === body.accountId) return file;
      await this.assignees.assertWorksAt(body.accountId, file.postId);

      const from = file.assigneeId;
      await this.files.addMember(file.id, body.accountId, 'assigned', body.reason ?? null);
      await this.files.update(file, {
        assigneeId: body.accountId,
        status: file.status === 'registered' ? transition('registered', 'active') : file.status,
      });
      await this.timeline.append({
        caseId: file.id,
        kind: 'case.assigned',
        occurredAt: this.clock.now(),
        data: { from, to: body.accountId, reason: protect(body.reason) },
      });
      await this.audit.record({
        action: 'case.assigned',
        subjectType: 'case',
        subjectId: file.id,
        details: { from, to: body.accountId },
      });
      await this.files.announce(file, 'assigned');
      // last: whoever hands a case on may lose sight of it with their membership
      if (from) await this.endMembership(file.id, from);
      return file;
    });
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
