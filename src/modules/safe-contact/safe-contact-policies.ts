import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import {
  PolicyVersions,
  type NewPolicyVersion,
  type PolicyVersion,
} from '../../platform/policies/policy-versions';
import { safeContactPolicySchema, type SafeContactPolicyContent } from './domain/policy';

/** The neutral text and what no message may tell: versions that headquarters writes. */
@Injectable()
export class SafeContactPolicies {
  private readonly versions: PolicyVersions<SafeContactPolicyContent>;

  constructor(database: Database, audit: Audit, clock: Clock) {
    this.versions = new PolicyVersions(
      {
        table: 'safe_contact_policies',
        subject: 'safe_contact_policy',
        schema: safeContactPolicySchema,
        explain: ({ code, message }) =>
          code === 'custom' ? { code: 'TELLS_OF_THE_CASE' } : { code, message },
      },
      { database, audit, clock },
    );
  }

  /** The version in force now, within the ambient transaction. */
  async current(): Promise<SafeContactPolicyContent> {
    return (await this.versions.inForce()).content;
  }

  async list(actor: Actor): Promise<{ items: PolicyVersion<SafeContactPolicyContent>[] }> {
    return { items: await this.versions.list(actor) };
  }

  /** A new version, in force at once; 422 for a neutral text that tells what it must not. */
  create(actor: Actor, body: NewPolicyVersion): Promise<{ version: number }> {
    return this.versions.create(actor, body);
  }
}
