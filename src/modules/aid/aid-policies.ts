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
import { aidPolicySchema, type AidPolicy } from './domain/policy';

/** Ceilings, quotes and limits of aid: versions that headquarters writes. */
@Injectable()
export class AidPolicies {
  private readonly versions: PolicyVersions<AidPolicy>;

  constructor(database: Database, audit: Audit, clock: Clock) {
    this.versions = new PolicyVersions(
      { table: 'aid_policies', subject: 'aid_policy', schema: aidPolicySchema },
      { database, audit, clock },
    );
  }

  /** The version in force now, within the ambient transaction. */
  async current(): Promise<AidPolicy> {
    return (await this.versions.inForce()).content;
  }

  async list(actor: Actor): Promise<{ items: PolicyVersion<AidPolicy>[] }> {
    return { items: await this.versions.list(actor) };
  }

  /** A new version, in force at once. */
  create(actor: Actor, body: NewPolicyVersion): Promise<{ version: number }> {
    return this.versions.create(actor, body);
  }
}
