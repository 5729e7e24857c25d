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
import { templatesSchema, type PlanTemplates } from './domain/template';

/** The steps of each type of return: versions that headquarters writes. */
@Injectable()
export class RepatriationTemplates {
  private readonly versions: PolicyVersions<PlanTemplates>;

  constructor(database: Database, audit: Audit, clock: Clock) {
    this.versions = new PolicyVersions(
      {
        table: 'repatriation_templates',
        subject: 'repatriation_template',
        schema: templatesSchema,
      },
      { database, audit, clock },
    );
  }

  /** The version in force now, within the ambient transaction. */
  current(): Promise<{ version: number; content: PlanTemplates }> {
    return this.versions.inForce();
  }

  async list(actor: Actor): Promise<{ items: PolicyVersion<PlanTemplates>[] }> {
    return { items: await this.versions.list(actor) };
  }

  /** A new version, in force at once; cases that are open keep the plan they have. */
  create(actor: Actor, body: NewPolicyVersion): Promise<{ version: number }> {
    return this.versions.create(actor, body);
  }
}
