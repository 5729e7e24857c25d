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
import { missingPolicySchema, type MissingPolicyContent } from './domain/policy';

/** What is said when nothing may be told: versions that headquarters writes. */
@Injectable()
export class MissingPolicies {
  private readonly versions: PolicyVersions<MissingPolicyContent>;

  constructor(database: Database, audit: Audit, clock: Clock) {
    this.versions = new PolicyVersions(
      {
        table: 'missing_person_policies',
        subject: 'missing_person_policy',
        schema: missingPolicySchema,
      },
      { database, audit, clock },
    );
  }

  /** The version in force now, within the ambient transaction. */
  async current(): Promise<MissingPolicyContent> {
    return (await this.versions.inForce()).content;
  }

  async list(actor: Actor): Promise<{ items: PolicyVersion<MissingPolicyContent>[] }> {
    return { items: await this.versions.list(actor) };
  }

  /** A new version, in force at once. */
  create(actor: Actor, body: NewPolicyVersion): Promise<{ version: number }> {
    return this.versions.create(actor, body);
  }
}
