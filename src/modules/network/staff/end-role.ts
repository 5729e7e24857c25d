import { Temporal } from '@js-temporal/polyfill';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { StaffRoleGrant } from './staff-role.entity';
import type { RoleView } from './grant-role';

const LOCK = statement(
  'network.lock-administrators',
  `SELECT pg_advisory_xact_lock(hashtextextended('administrators', 0))`,
);
const ANOTHER_ADMINISTRATOR = statement(
  'network.another-administrator',
  `SELECT 1 AS found FROM staff_members
    WHERE role = 'administrator' AND id <> $1 AND valid_from <= $2
      AND (valid_until IS NULL OR valid_until > $2) LIMIT 1`,
);

export interface EndRoleInput {
  reason: string;
  /** Instant, not before now; absent: now. */
  at?: string;
}

/** Ends a role; what was done under it stays. It stops counting with the next request. */
@Injectable()
export class EndRole {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** 409 ROLE_ALREADY_ENDED; 422 LAST_ADMINISTRATOR when nobody could manage accounts any more. */
  async run(actor: Actor, id: string, input: EndRoleInput): Promise<RoleView> {
    actor.require('account.manage');
    const now = this.clock.now();
    const at = input.at ? Temporal.Instant.from(input.at) : now;
    if (Temporal.Instant.compare(at, now) < 0) throw invalidField('at', 'notInPast');
    return this.database.inTransaction(actor, async () => {
      const { manager } = this.database;
      const grant = await manager.findOne(StaffRoleGrant, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!grant) throw notFound();
      const end = new Date(Math.max(at.epochMilliseconds, grant.validFrom.getTime()));
      if (grant.validUntil && grant.validUntil <= end) {
        throw new DomainError('ROLE_ALREADY_ENDED', { status: 409 });
      }
      if (grant.role === 'administrator') await this.assertAnotherAdministrator(id, at);
      await manager.update(StaffRoleGrant, id, {
        validUntil: end,
        endedBy: actor.accountId,
        endReason: input.reason.normalize('NFC'),
      });
      await this.audit.record({
        action: 'role.ended',
        subjectType: 'account',
        subjectId: grant.accountId,
        details: { roleId: id, role: grant.role, at: end.toISOString() },
      });
      return {
        id,
        accountId: grant.accountId,
        role: grant.role,
        postId: grant.postId,
        region: grant.region,
        validFrom: grant.validFrom.toISOString(),
        validUntil: end.toISOString(),
      };
    });
  }

  private async assertAnotherAdministrator(id: string, at: Temporal.Instant): Promise<void> {
    await this.database.query(LOCK);
    const [found] = await this.database.query(ANOTHER_ADMINISTRATOR, [id, at.toString()]);
    if (!found) throw new DomainError('LAST_ADMINISTRATOR');
  }
}
