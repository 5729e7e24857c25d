import type { Temporal } from '@js-temporal/polyfill';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField } from '../../../platform/errors/domain-error';
import { incompatibleWith, type StaffRole } from '../domain/staff-role';

const LOCK = statement(
  'network.lock-staff',
  `SELECT pg_advisory_xact_lock(hashtextextended('staff ' || $1, 0))`,
);
const ACTIVE = statement(
  'network.active-account',
  `SELECT id FROM accounts WHERE id = $1 AND state = 'active'`,
);
const CLASHES = statement(
  'network.incompatible-roles',
  `SELECT m.role FROM staff_members m
    WHERE m.account_id = $1 AND m.role = ANY ($2)
      AND tstzrange(m.valid_from, m.valid_until) && tstzrange($3, $4) LIMIT 1`,
);

/**
 * Whoever manages accounts sees no case; whoever sees cases manages no accounts. Roles and
 * subrogations are two tables, so one lock per account makes the look and the write one act.
 */
@Injectable()
export class SeparationOfDuties {
  constructor(private readonly database: Database) {}

  /**
   * Within the ambient transaction, before the write. 422 VALIDATION_FAILED for an account that is
   * unknown or disabled, ROLES_INCOMPATIBLE when it holds a role of the other duty in the period.
   * @param field of the request that names the account
   */
  async assertMayHold(
    accountId: string,
    field: string,
    role: StaffRole,
    from: Temporal.Instant,
    until: Temporal.Instant | null,
  ): Promise<void> {
    await this.database.query(LOCK, [accountId]);
    const [account] = await this.database.query(ACTIVE, [accountId]);
    if (!account) throw invalidField(field, 'account_unknown');
    const [clash] = await this.database.query(CLASHES, [
      accountId,
      incompatibleWith(role),
      from.toString(),
      until?.toString() ?? null,
    ]);
    if (clash) throw new DomainError('ROLES_INCOMPATIBLE');
  }
}
