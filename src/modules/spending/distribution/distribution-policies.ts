import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import {
  PolicyVersions,
  type NewPolicyVersion,
  type PolicyVersion,
} from '../../../platform/policies/policy-versions';
import { distributionPolicySchema, type DistributionFormula } from '../domain/distribution';

/** The published formula, as versions that headquarters writes. */
@Injectable()
export class DistributionPolicies {
  private readonly versions: PolicyVersions<DistributionFormula>;

  constructor(database: Database, audit: Audit, clock: Clock) {
    this.versions = new PolicyVersions(
      {
        ...{ table: 'distribution_policies', subject: 'distribution_policy' },
        schema: distributionPolicySchema,
      },
      { database, audit, clock },
    );
  }

  /** Within the ambient transaction. */
  async current(): Promise<DistributionFormula> {
    return (await this.versions.inForce()).content;
  }

  async list(actor: Actor): Promise<{ items: PolicyVersion<DistributionFormula>[] }> {
    return { items: await this.versions.list(actor) };
  }

  /** A new version, in force at once. */
  create(actor: Actor, body: NewPolicyVersion): Promise<{ version: number }> {
    return this.versions.create(actor, body);
  }
}
