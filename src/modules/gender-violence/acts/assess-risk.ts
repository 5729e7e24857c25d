import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { DomainError, invalidField } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { lastAssessment } from '../domain/checklist';
import {
  assessRisk,
  mayRaise,
  misanswered,
  RISK_ANSWERS,
  type RiskAnswers,
  type RiskLevel,
  type RiskResult,
} from '../domain/risk';
import { RiskAcceptance, RiskAssessment } from '../entities/danger.entity';
import type { AcceptRiskRequest, AssessRiskRequest } from '../http/dto/danger.requests';
import { RiskInstruments } from '../risk-instruments';
import { momentOf } from '../../../platform/clock/moments';
import { ViolenceWork } from '../violence-work';

export interface AssessedRisk {
  id: string;
  score: number;
  computedLevel: RiskLevel;
  level: RiskLevel;
}

/** Assesses danger by the instrument in force; the officer may find more of it, never less. */
@Injectable()
export class AssessRisk {
  constructor(
    private readonly work: ViolenceWork,
    private readonly instruments: RiskInstruments,
  ) {}

  /**
   * @throws DomainError 422 with the unanswered questions, a level under the computed one, or a raised
   *   level without a reason; 409 INSTRUMENT_CHANGED when the answers are to another version
   */
  assess(actor: Actor, caseId: string, body: AssessRiskRequest): Promise<AssessedRisk> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      const { version, content } = await this.instruments.inForce(file.now);
      if (version !== body.instrumentVersion) {
        throw new DomainError('INSTRUMENT_CHANGED', { status: 409 });
      }
      const answers = this.answersOf(body, misanswered(content, body.answers as RiskAnswers));
      const result = assessRisk(content, answers);
      const level = this.levelOf(body, result);
      const id = newId();
      const raiseReason = level === result.level ? null : protect(body.raiseReason);
      this.work.insert(RiskAssessment, {
        id,
        caseId,
        instrumentVersion: version,
        occurredAt,
        answers: ProtectedText.clear(JSON.stringify(answers)),
        score: result.score,
        computedLevel: result.level,
        level,
        raiseReason,
        note: protect(body.note),
      });
      await this.work.record(file, {
        kind: 'risk.assessed',
        id,
        occurredAt,
        data: {
          assessmentId: id,
          level,
          computedLevel: result.level,
          score: result.score,
          reason: raiseReason,
        },
      });
      return { id, score: result.score, computedLevel: result.level, level };
    });
  }

  /** Says why the case may close although the last assessment found high danger. */
  accept(actor: Actor, caseId: string, body: AcceptRiskRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.close', async (file) => {
      const last = lastAssessment(file.facts);
      if (!last) throw new DomainError('RISK_NOT_ASSESSED', { status: 409 });
      const id = newId();
      const reason = ProtectedText.clear(body.reason);
      this.work.insert(RiskAcceptance, { id, caseId, assessmentId: last.id, reason });
      await this.work.record(file, {
        kind: 'risk.accepted',
        id,
        data: { assessmentId: last.id, reason },
      });
      return { id };
    });
  }

  private answersOf(
    body: AssessRiskRequest,
    { missing, foreign }: { missing: string[]; foreign: string[] },
  ): RiskAnswers {
    const wrong = Object.entries(body.answers)
      .filter(([, answer]) => !(RISK_ANSWERS as readonly unknown[]).includes(answer))
      .map(([code]) => code);
    const errors = [
      ...missing.map((code) => ({ path: `answers.${code}`, code: 'isNotEmpty' })),
      ...foreign.map((code) => ({ path: `answers.${code}`, code: 'UNKNOWN_QUESTION' })),
      ...wrong.map((code) => ({ path: `answers.${code}`, code: 'isIn' })),
    ];
    if (errors.length > 0) throw new DomainError('VALIDATION_FAILED', { status: 422, errors });
    return body.answers as RiskAnswers;
  }

  private levelOf({ raisedTo, raiseReason }: AssessRiskRequest, { level }: RiskResult): RiskLevel {
    if (!raisedTo || raisedTo === level) return level;
    if (!mayRaise(level, raisedTo)) throw invalidField('raisedTo', 'RISK_IS_NEVER_LOWERED');
    if (!raiseReason) throw invalidField('raiseReason', 'isNotEmpty');
    return raisedTo;
  }
}
