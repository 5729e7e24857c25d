import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Decimal } from 'decimal.js';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { DomainError, invalidField } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import { CaseFiles, Timeline } from '../cases';
import { FullSight, Obligations } from '../obligations';
import { INSERT, SUBJECT, UNKNOWN_FACTORS } from './assessment.statements';
import {
  canonical,
  checkAssessment,
  type AssessmentContent,
  type SignedAssessment,
} from './domain/assessment';

const KIND = 'vulnerability.assessed';

export type AssessmentInput = Pick<AssessmentContent, 'conclusion' | 'factors'> &
  Partial<Omit<AssessmentContent, 'conclusion' | 'factors'>> & {
    /** Absent: the main person of the case. */
    personId?: string;
    occurredAt?: string;
  };

/** The hash that an assessment is signed with. */
export const hashOf = (signed: SignedAssessment): string =>
  createHash('sha256').update(canonical(signed)).digest('hex');

const sorted = <T extends string>(codes: readonly T[] | undefined): T[] =>
  [...new Set(codes ?? [])].sort();

/**
 * Signs a dated assessment of vulnerability (RC art. 10). A new one supersedes the last of the same
 * person and the history stays; none is ever edited. Health may be in it: whoever works the case
 * signs, only readers of restricted parts read it back.
 */
@Injectable()
export class SignAssessment {
  constructor(
    private readonly database: Database,
    private readonly files: CaseFiles,
    private readonly timeline: Timeline,
    private readonly sight: FullSight,
    private readonly obligations: Obligations,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, caseId: string, body: AssessmentInput): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lockOpen(caseId);
      actor.require('case.edit', file.postId);
      const now = this.clock.now();
      const occurredAt = body.occurredAt ? Temporal.Instant.from(body.occurredAt) : now;
      if (Temporal.Instant.compare(occurredAt, now) > 0) {
        throw invalidField('occurredAt', 'notInFuture');
      }
      const content = contentOf(body);
      const errors = checkAssessment(content);
      if (errors.length > 0) throw new DomainError('VALIDATION_FAILED', { errors });
      await this.assertKnown(content.factors);
      const id = newId();
      // what it supersedes and the row itself are beyond the sight of whoever may only add
      await this.sight.during(() =>
        this.write(id, caseId, body.personId, content, occurredAt, now),
      );
      await this.audit.record({
        action: KIND,
        subjectType: 'case',
        subjectId: caseId,
        details: { assessment: id },
      });
      await this.obligations.replan(caseId, KIND.replace('.', '_'));
      return { id };
    });
  }

  private async write(
    id: string,
    caseId: string,
    personId: string | undefined,
    content: AssessmentContent,
    occurredAt: Temporal.Instant,
    now: Temporal.Instant,
  ): Promise<void> {
    const [subject] = await this.database.query<{
      personId: string;
      newestId: string | null;
      newestVersion: number;
    }>(SUBJECT, [caseId, personId ?? null]);
    if (!subject) throw invalidField('personId', 'NOT_IN_CASE');
    const signed: SignedAssessment = {
      ...content,
      caseId,
      personId: subject.personId,
      version: subject.newestVersion + 1,
      occurredAt: asKept(occurredAt),
      signedBy: this.database.actor.accountId,
      signedAt: asKept(now),
    };
    await this.database.query(INSERT, [
      ...[id, caseId, signed.personId, signed.version, subject.newestId, signed.occurredAt],
      ...[content.conclusion, content.circumstances, content.conditions, content.factors],
      ...[content.monthlyIncome, content.incomeCurrency, content.dependants, content.housing],
      ...[content.support, content.health, content.legalCapacity],
      content.note ? JSON.stringify(protect(content.note)!.toStored()) : null,
      ...[signed.signedAt, hashOf(signed)],
    ]);
    await this.timeline.append({
      caseId,
      kind: KIND,
      occurredAt,
      tier: 'restricted',
      data: {
        factors: content.factors,
        conclusion: content.conclusion,
        note: protect(content.note),
        assessmentId: id,
      },
    });
  }

  private async assertKnown(factors: readonly string[]): Promise<void> {
    const unknown = await this.database.query<{ code: string }>(UNKNOWN_FACTORS, [factors]);
    if (unknown.length > 0) throw invalidField('factors', 'isIn');
  }
}

/** In the precision that the register keeps. */
const asKept = (instant: Temporal.Instant): string =>
  new Date(instant.epochMilliseconds).toISOString();

const contentOf = (body: AssessmentInput): AssessmentContent => ({
  conclusion: body.conclusion,
  circumstances: sorted(body.circumstances),
  conditions: sorted(body.conditions),
  factors: sorted(body.factors),
  monthlyIncome: body.monthlyIncome ? new Decimal(body.monthlyIncome).toFixed(2) : null,
  incomeCurrency: body.incomeCurrency ?? null,
  dependants: body.dependants ?? null,
  housing: body.housing ?? null,
  support: body.support ?? null,
  health: body.health ?? null,
  legalCapacity: body.legalCapacity ?? null,
  note: body.note?.normalize('NFC') ?? null,
});
