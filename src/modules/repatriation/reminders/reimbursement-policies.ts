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
import {
  reimbursementPolicySchema,
  type ReimbursementPolicy,
} from '../domain/reimbursement-policy';

/** When whoever owes the cost of a repatriation is reminded: versions that headquarters writes. */
@Injectable()
export class ReimbursementPolicies {
  private readonly versions: PolicyVersions<ReimbursementPolicy>;

  constructor(database: Database, audit: Audit, clock: Clock) {
    this.versions = new PolicyVersions(
      {
        table: 'reimbursement_policies',
        subject: 'reimbursement_policy',
        schema: reimbursementPolicySchema,
      },
      { database, audit, clock },
    );
  }

  /** The version in force now, within the ambient transaction. */
  async current(): Promise<ReimbursementPolicy> {
    return (await this.versions.inForce()).content;
  }

  async list(actor: Actor): Promise<{ items: PolicyVersion<ReimbursementPolicy>[] }> {
    return { items: await this.versions.list(actor) };
  }

  /** A new version, in force at once. */
  create(actor: Actor, body: NewPolicyVersion): Promise<{ version: number }> {
    return this.versions.create(actor, body);
  }
}
