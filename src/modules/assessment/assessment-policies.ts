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
import { AskReplanning } from '../obligations';
import {
  assessmentPolicySchema,
  type AssessmentPolicy,
  type AssessmentPolicyContent,
} from './domain/assessment-policy';

/** How long an assessment is valid and what raises a case: versions that headquarters writes. */
@Injectable()
export class AssessmentPolicies {
  private readonly versions: PolicyVersions<AssessmentPolicyContent>;

  constructor(
    database: Database,
    audit: Audit,
    clock: Clock,
    private readonly replanning: AskReplanning,
  ) {
    this.versions = new PolicyVersions(
      {
        table: 'assessment_policies',
        subject: 'assessment_policy',
        schema: assessmentPolicySchema,
      },
      { database, audit, clock },
    );
  }

  /** The version in force at an instant, within the ambient transaction. */
  async inForce(at: Temporal.Instant): Promise<AssessmentPolicy> {
    const { version, content } = await this.versions.inForce(at);
    return { version, ...content };
  }

  async list(actor: Actor): Promise<{ items: PolicyVersion<AssessmentPolicyContent>[] }> {
    return { items: await this.versions.list(actor) };
  }

  /** A new version in force at once: every open case is planned again and takes its priority from it. */
  create(actor: Actor, body: NewPolicyVersion): Promise<{ version: number }> {
    return this.versions.create(actor, body, (version) =>
      this.replanning.forAssessmentPolicy(version),
    );
  }
}
