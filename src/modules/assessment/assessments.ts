import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { notFound } from '../../platform/errors/domain-error';
import type { AssessmentConclusion } from '../obligations';
import { AssessmentPolicies } from './assessment-policies';
import {
  CASE_VISIBLE,
  HISTORY,
  HISTORY_OF_PERSON,
  NEWEST,
  PERSON_VISIBLE,
} from './assessment.statements';
import { toAssessmentView, type AssessmentRecord, type AssessmentView } from './assessment.views';
import { isValidAt, validUntil } from './domain/assessment';

/** Whether an assessment stands behind a decision. */
export interface Standing {
  valid: boolean;
  assessmentId: string | null;
  conclusion: AssessmentConclusion | null;
  /** ISO 8601 UTC; null without an assessment. */
  validUntil: string | null;
}

export interface AssessmentList {
  items: AssessmentView[];
  validityDays: number;
}

/** The assessments of a case, for reading and for whoever decides on them. */
@Injectable()
export class Assessments {
  constructor(
    private readonly database: Database,
    private readonly policies: AssessmentPolicies,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Whether a person has a valid assessment in a case at an instant (default now): the newest one,
   * not older than the policy in force then says (default). For decisions on aid (RC arts. 10, 73).
   * Runs in the ambient transaction; whoever may not read restricted parts must ask with full sight.
   */
  async standing(caseId: string, personId: string, at = this.clock.now()): Promise<Standing> {
    const [policy, rows] = await Promise.all([
      this.policies.inForce(at),
      this.database.query<{ id: string; occurredAt: Date; conclusion: AssessmentConclusion }>(
        NEWEST,
        [caseId, personId, at.toString()],
      ),
    ]);
    const newest = rows[0];
    if (!newest) return { valid: false, assessmentId: null, conclusion: null, validUntil: null };
    const occurredAt = Temporal.Instant.fromEpochMilliseconds(newest.occurredAt.getTime());
    const { days } = policy.validity;
    return {
      valid: isValidAt(occurredAt, days, at),
      assessmentId: newest.id,
      conclusion: newest.conclusion,
      validUntil: validUntil(occurredAt, days).toString(),
    };
  }

  /**
   * All that the reader may see, newest first, with the days for which one is valid: none for whoever
   * may not read restricted parts. Being read is audited.
   */
  list(actor: Actor, caseId: string): Promise<AssessmentList> {
    return this.read(actor, 'case', caseId, CASE_VISIBLE, HISTORY);
  }

  /** The same over all cases of a person, whichever of their records was assessed. */
  listOfPerson(actor: Actor, personId: string): Promise<AssessmentList> {
    return this.read(actor, 'person', personId, PERSON_VISIBLE, HISTORY_OF_PERSON);
  }

  private read(
    actor: Actor,
    subjectType: 'case' | 'person',
    subjectId: string,
    visible: typeof CASE_VISIBLE,
    history: typeof HISTORY,
  ): Promise<AssessmentList> {
    const now = this.clock.now();
    return this.database.inTransaction(actor, async () => {
      const [found] = await this.database.query(visible, [subjectId]);
      if (!found) throw notFound();
      const [rows, policy] = await Promise.all([
        this.database.query<AssessmentRecord>(history, [subjectId]),
        this.policies.inForce(now),
        this.audit.record({ action: 'assessments.viewed', subjectType, subjectId }),
      ]);
      const { days } = policy.validity;
      return {
        items: rows.map((row, i) => toAssessmentView(row, rows.slice(0, i), days, now)),
        validityDays: days,
      };
    });
  }
}
