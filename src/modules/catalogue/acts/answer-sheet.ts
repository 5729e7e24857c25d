import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { ProtectedText } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import {
  applyAnswers,
  type Answer,
  type AnswerContext,
  type Answers,
  type AppliedAnswers,
} from '../domain/answers';
import type { Field } from '../domain/content';

const INSERT = statement(
  'catalogue.insert-answers',
  `INSERT INTO case_answers (id, case_id, field, value, tier, recorded_by)
   SELECT n.id, $1, n.field, CASE WHEN n.value = 'null'::jsonb THEN NULL ELSE n.value END, n.tier, app.account()
     FROM jsonb_to_recordset($2) AS n (id uuid, field text, value jsonb, tier text)`,
);

/** The form in which an answer rests: free text as protected text, all else as it is. */
const stored = (field: Field, answer: Answer | undefined): unknown => {
  if (answer === undefined) return null;
  return field.kind === 'text' || field.kind === 'long_text'
    ? ProtectedText.clear(answer as string).toStored()
    : answer;
};

/** The answers of a case to the fields of its type. */
@Injectable()
export class AnswerSheet {
  constructor(private readonly database: Database) {}

  /**
   * What the answers become, or 422 VALIDATION_FAILED with every fault under `at`, e.g. `values.`.
   */
  apply(
    fields: readonly Field[],
    current: Answers,
    given: Readonly<Record<string, unknown>>,
    context: AnswerContext,
    at = 'values.',
  ): AppliedAnswers {
    const applied = applyAnswers(fields, current, given, context);
    if (applied.faults.length > 0) {
      throw new DomainError('VALIDATION_FAILED', {
        errors: applied.faults.map(({ field, code }) => ({ path: `${at}${field}`, code })),
      });
    }
    return applied;
  }

  /** Keeps what changed, each in a row of its field's tier. */
  async save(
    caseId: string,
    fields: readonly Field[],
    { answers, changed }: AppliedAnswers,
  ): Promise<void> {
    if (changed.length === 0) return;
    const rows = fields
      .filter(({ code }) => changed.includes(code))
      .map((field) => ({
        id: newId(),
        field: field.code,
        value: stored(field, answers[field.code]),
        tier: field.tier,
      }));
    await this.database.query(INSERT, [caseId, JSON.stringify(rows)]);
  }
}

/** What a person who writes in a case may see, and when and where *today* is. */
export const answerContext = (
  now: Temporal.Instant,
  zone: string,
  seesRestricted: boolean,
  opening: boolean,
): AnswerContext => ({ now, zone, seesRestricted, opening });
