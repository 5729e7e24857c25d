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
import { requirementsSchema, type RequirementsContent } from './domain/requirements';

/** Which documents remains need, by host country and kind: versions that headquarters writes. */
@Injectable()
export class DeathRequirements {
  private readonly versions: PolicyVersions<RequirementsContent>;

  constructor(database: Database, audit: Audit, clock: Clock) {
    this.versions = new PolicyVersions(
      { table: 'death_requirements', subject: 'death_requirements', schema: requirementsSchema },
      { database, audit, clock },
    );
  }

  /** The version in force now, within the ambient transaction. */
  async current(): Promise<RequirementsContent> {
    return (await this.versions.inForce()).content;
  }

  async list(actor: Actor): Promise<{ items: PolicyVersion<RequirementsContent>[] }> {
    return { items: await this.versions.list(actor) };
  }

  /** A new version, in force at once; 422 for a kind without a list or a country with two. */
  create(actor: Actor, body: NewPolicyVersion): Promise<{ version: number }> {
    return this.versions.create(actor, body);
  }
}
