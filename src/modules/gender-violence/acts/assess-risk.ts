import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { DomainError } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { answersTo, raisedLevel } from '../../../platform/questionnaires/questionnaire';
import { lastAssessment } from '../domain/checklist';
import { assessRisk, type RiskLevel } from '../domain/risk';
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
      const answers = answersTo(content, body.answers);
      const result = assessRisk(content, answers);
      const level = raisedLevel(result.level, body);
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
}
