import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import {
  PolicyVersions,
  type NewPolicyVersion,
  type PolicyVersion,
} from '../../platform/policies/policy-versions';
import { crisisPolicySchema, type CrisisPolicy } from './domain/policy';
import { priorityOf, type Situation } from './domain/priority';

const SITUATIONS = statement(
  'crisis.situations',
  `SELECT p.id, p.vulnerability,
          ARRAY(SELECT n.need FROM incident_needs n WHERE n.person_id = p.id AND n.state = 'open') AS "openNeeds"
     FROM incident_persons p JOIN incidents i ON i.id = p.incident_id WHERE i.state = 'active'`,
);
const REPRIORITISE = statement(
  'crisis.reprioritise',
  `UPDATE incident_persons p SET priority = n.priority
     FROM unnest($1::uuid[], $2::integer[]) AS n (id, priority)
    WHERE p.id = n.id AND p.priority <> n.priority`,
);

/** Who is helped first, and how the public page behaves: versions that headquarters writes. */
@Injectable()
export class CrisisPolicies {
  private readonly versions: PolicyVersions<CrisisPolicy>;

  constructor(
    private readonly database: Database,
    audit: Audit,
    clock: Clock,
  ) {
    this.versions = new PolicyVersions(
      { table: 'crisis_policies', subject: 'crisis_policy', schema: crisisPolicySchema },
      { database, audit, clock },
    );
  }

  /** The version in force now, within the ambient transaction. */
  async current(): Promise<CrisisPolicy> {
    return (await this.versions.inForce()).content;
  }

  async list(actor: Actor): Promise<{ items: PolicyVersion<CrisisPolicy>[] }> {
    return { items: await this.versions.list(actor) };
  }

  /** A new version, in force at once: everybody in an active incident is ranked again by it. */
  create(actor: Actor, body: NewPolicyVersion): Promise<{ version: number }> {
    return this.versions.create(actor, body, async () => {
      const policy = await this.current();
      const people = await this.database.query<Situation & { id: string }>(SITUATIONS);
      if (people.length === 0) return;
      this.database.post(REPRIORITISE, [
        people.map(({ id }) => id),
        people.map((person) => priorityOf(person, policy)),
      ]);
    });
  }
}
