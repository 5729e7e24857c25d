import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { DomainError } from '../../platform/errors/domain-error';
import { safeContactPolicySchema, type SafeContactPolicyContent } from './domain/policy';
import { INSERT_POLICY, POLICIES, POLICY } from './safe-contact.statements';

export interface SafeContactPolicyVersion {
  version: number;
  effectiveFrom: string;
  content: SafeContactPolicyContent;
  reason: string;
  createdBy: string | null;
}

/** The neutral text and what no message may tell: versions that headquarters writes. */
@Injectable()
export class SafeContactPolicies {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The version in force now, within the ambient transaction. */
  async current(): Promise<SafeContactPolicyContent> {
    const now = this.clock.now().toString();
    const [row] = await this.database.query<{ content: SafeContactPolicyContent }>(POLICY, [now]);
    if (!row) throw new Error('no policy of safe contact is in force');
    return row.content;
  }

  /** All versions, newest first. */
  list(actor: Actor): Promise<{ items: SafeContactPolicyVersion[] }> {
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<
        Omit<SafeContactPolicyVersion, 'effectiveFrom'> & { effectiveFrom: Date }
      >(POLICIES);
      return {
        items: rows.map((row) => ({ ...row, effectiveFrom: row.effectiveFrom.toISOString() })),
      };
    });
  }

  /** A new version, in force at once; 422 for a neutral text that tells what it must not. */
  create(
    actor: Actor,
    body: { content: Record<string, unknown>; reason: string },
  ): Promise<{ version: number }> {
    const parsed = safeContactPolicySchema.safeParse(body.content);
    if (!parsed.success) {
      throw new DomainError('VALIDATION_FAILED', {
        errors: parsed.error.issues.map(({ path, code, message }) => ({
          path: ['content', ...path].join('.'),
          code: code === 'custom' ? 'TELLS_OF_THE_CASE' : code,
          ...(code === 'custom' ? {} : { message }),
        })),
      });
    }
    return this.database.inTransaction(actor, async () => {
      const values = [this.clock.now().toString(), JSON.stringify(parsed.data), body.reason];
      const [row] = await this.database.query<{ version: number }>(INSERT_POLICY, values);
      await this.audit.record({
        action: 'safe_contact_policy.created',
        subjectType: 'safe_contact_policy',
        subjectId: null,
        details: { version: row!.version },
      });
      return { version: row!.version };
    });
  }
}
