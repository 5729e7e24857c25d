import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { momentOf } from '../../../platform/clock/moments';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { DomainError } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { answersTo, evaluate, type Level } from '../../../platform/questionnaires/questionnaire';
import { checkOpinion } from '../domain/interests';
import { InterestAssessment } from '../entities/child.entity';
import type { AssessInterestsRequest } from '../http/dto/child.requests';
import { InterestInstruments } from '../instruments';
import { MinorWork } from '../minor-work';

export interface AssessedInterests {
  id: string;
  score: number;
  level: Level;
}

/** Assesses what serves the child best, with the child's own opinion (CRC arts. 3 and 12). */
@Injectable()
export class AssessInterests {
  constructor(
    private readonly work: MinorWork,
    private readonly instruments: InterestInstruments,
  ) {}

  /**
   * @throws DomainError 422 with the unanswered questions, or an opinion that does not fit with how the
   *   child was heard; 409 INSTRUMENT_CHANGED when the answers are to another version
   */
  run(actor: Actor, caseId: string, body: AssessInterestsRequest): Promise<AssessedInterests> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      const { version, content } = await this.instruments.inForce(file.now);
      if (version !== body.instrumentVersion) {
        throw new DomainError('INSTRUMENT_CHANGED', { status: 409 });
      }
      const answers = answersTo(content, body.answers);
      const { stage, hearing, maturity, course } = body;
      const errors = checkOpinion({ stage, hearing, opinion: body.opinion ?? null });
      if (errors.length > 0) throw new DomainError('VALIDATION_FAILED', { errors });
      const { score, level } = evaluate(content, answers);
      const id = newId();
      const reason = ProtectedText.clear(body.reason);
      this.work.insert(InterestAssessment, {
        id,
        caseId,
        stage,
        instrumentVersion: version,
        occurredAt,
        answers: ProtectedText.clear(JSON.stringify(answers)),
        score,
        level,
        hearing,
        maturity,
        opinion: protect(body.opinion),
        course,
        reason,
      });
      await this.work.record(file, {
        kind: 'interests.assessed',
        id,
        occurredAt,
        data: { assessmentId: id, interestStage: stage, course, level, reason },
      });
      return { id, score, level };
    });
  }
}
