import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import {
  PolicyVersions,
  type NewPolicyVersion,
  type PolicyVersion,
} from '../../platform/policies/policy-versions';
import { riskInstrumentSchema, type RiskInstrumentContent } from './domain/risk';

export interface Instrument {
  version: number;
  content: RiskInstrumentContent;
}

/** The instrument by which danger is assessed: versions that headquarters writes. */
@Injectable()
export class RiskInstruments {
  private readonly versions: PolicyVersions<RiskInstrumentContent>;

  constructor(
    private readonly database: Database,
    audit: Audit,
    clock: Clock,
  ) {
    this.versions = new PolicyVersions(
      { table: 'risk_instruments', subject: 'risk_instrument', schema: riskInstrumentSchema },
      { database, audit, clock },
    );
  }

  /** The version in force at an instant, within the ambient transaction. */
  inForce(at: Temporal.Instant): Promise<Instrument> {
    return this.versions.inForce(at);
  }

  /** The version in force now. */
  current(actor: Actor): Promise<Instrument> {
    return this.database.inTransaction(actor, () => this.versions.inForce());
  }

  async list(actor: Actor): Promise<{ items: PolicyVersion<RiskInstrumentContent>[] }> {
    return { items: await this.versions.list(actor) };
  }

  /** A new version, in force at once; assessments already made keep theirs. */
  create(actor: Actor, body: NewPolicyVersion): Promise<{ version: number }> {
    return this.versions.create(actor, body);
  }
}
