import { Injectable } from '@nestjs/common';
import { AccessSettings } from '../../platform/access/access-settings';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError } from '../../platform/errors/domain-error';

/** Roles that the account holds now at the post, or at an honorary consulate that the post supervises. */
const ROLES_AT = statement(
  'cases.assignee-roles',
  `SELECT r.role FROM staff_roles r JOIN posts p ON p.id = r.post_id
    WHERE r.account_id = $1 AND (p.id = $2 OR p.parent_id = $2)
      AND r.valid_from <= now() AND (r.valid_until IS NULL OR r.valid_until > now())
   UNION
   SELECT 'head_of_post' FROM subrogations s
    WHERE s.acting_account_id = $1 AND s.post_id = $2 AND s.valid_from <= now() AND s.valid_until > now()`,
);

/** Who may be given a case of a post. */
@Injectable()
export class Assignees {
  constructor(
    private readonly database: Database,
    private readonly settings: AccessSettings,
  ) {}

  /** Refuses with ASSIGNEE_NOT_AT_POST unless the account works cases there now. */
  async assertWorksAt(accountId: string, postId: string): Promise<void> {
    const rows = await this.database.query<{ role: string }>(ROLES_AT, [accountId, postId]);
    const works = rows.some(({ role }) =>
      this.settings.permissions[role]?.includes('contact.record'),
    );
    if (!works) {
      throw new DomainError('ASSIGNEE_NOT_AT_POST', {
        errors: [{ path: 'accountId', code: 'ASSIGNEE_NOT_AT_POST' }],
      });
    }
  }
}
