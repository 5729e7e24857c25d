import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { DomainError } from '../../platform/errors/domain-error';
import { AskReplanning } from '../obligations';
import { INSERT_POLICY, POLICIES, POLICY } from './assessment.statements';
import {
  assessmentPolicySchema,
  type AssessmentPolicy,
  type AssessmentPolicyContent,
} from './domain/assessment-policy';

export interface PolicyVersion {
  version: number;
  effectiveFrom: string;
  content: AssessmentPolicyContent;
  reason: string;
  createdBy: string | null;
}

/** How long an assessment is valid and what raises a case: versions that headquarters writes. */
@Injectable()
export class AssessmentPolicies {
  constructor(
    private readonly database: Database,
    private readonly replanning: AskReplanning,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The version in force at an instant, within the ambient transaction. */
  async inForce(at: Temporal.Instant): Promise<AssessmentPolicy> {
    const [row] = await this.database.query<{ version: number; content: AssessmentPolicyContent }>(
      POLICY,
      [at.toString()],
    );
    if (!row) throw new Error('no assessment policy is in force');
    return { version: row.version, ...row.content };
  }

  /** All versions, newest first. */
  list(actor: Actor): Promise<{ items: PolicyVersion[] }> {
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<
        Omit<PolicyVersion, 'effectiveFrom'> & { effectiveFrom: Date }
      >(POLICIES);
      return {
        items: rows.map((row) => ({ ...row, effectiveFrom: row.effectiveFrom.toISOString() })),
      };
    });
  }

  /** A new version in force at once: every open case is planned again and takes its priority from it. */
  create(
    actor: Actor,
    body: { content: Record<string, unknown>; reason: string },
  ): Promise<{ version: number }> {
    const parsed = assessmentPolicySchema.safeParse(body.content);
    if (!parsed.success) {
      throw new DomainError('VALIDATION_FAILED', {
        errors: parsed.error.issues.map((issue) => ({
          path: ['content', ...issue.path].join('.'),
          code: issue.code,
          message: issue.message,
        })),
      });
    }
    return this.database.inTransaction(actor, async () => {
      const now = this.clock.now().toString();
      const values = [now, JSON.stringify(parsed.data), body.reason];
      const [row] = await this.database.query<{ version: number }>(INSERT_POLICY, values);
      await this.audit.record({
        action: 'assessment_policy.created',
        subjectType: 'assessment_policy',
        subjectId: null,
        details: { version: row!.version },
      });
      await this.replanning.forAssessmentPolicy(row!.version);
      return { version: row!.version };
    });
  }
}
