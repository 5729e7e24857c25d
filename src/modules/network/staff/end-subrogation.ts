import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { DomainError, notFound } from '../../../platform/errors/domain-error';
import type { SubrogationView } from './subrogate';
import { Subrogation } from './subrogation.entity';

/** Takes the powers of an acting head back now: the head is back, or the trust is gone. */
@Injectable()
export class EndSubrogation {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** 404 unless it is of this post; 409 SUBROGATION_ALREADY_ENDED. */
  async run(actor: Actor, postId: string, id: string, reason: string): Promise<SubrogationView> {
    actor.require('post.manage');
    return this.database.inTransaction(actor, async () => {
      const { manager } = this.database;
      const held = await manager.findOne(Subrogation, {
        where: { id, postId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!held) throw notFound();
      const now = this.clock.now().epochMilliseconds;
      const end = new Date(Math.max(now, held.validFrom.getTime()));
      if (held.validUntil <= end) {
        throw new DomainError('SUBROGATION_ALREADY_ENDED', { status: 409 });
      }
      await manager.update(Subrogation, id, {
        validUntil: end,
        endedBy: actor.accountId,
        endReason: reason.normalize('NFC'),
      });
      await this.audit.record({
        action: 'subrogation.ended',
        subjectType: 'post',
        subjectId: postId,
        details: { subrogationId: id, at: end.toISOString() },
      });
      return {
        id,
        postId,
        actingAccountId: held.actingAccountId,
        absentAccountId: held.absentAccountId,
        validFrom: held.validFrom.toISOString(),
        validUntil: end.toISOString(),
        resolution: held.resolution,
      };
    });
  }
}
